package org.lurewatch.job.operators.control;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.job.codec.CommandDecoder;
import org.lurewatch.job.codec.RejectEncoder;
import org.lurewatch.job.operators.ByteArrays;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.SourceRecord;

/** Bytes to commands; what is none goes to {@link Rejects#TAG}. */
public final class DecodeCommandFunction extends ProcessFunction<SourceRecord, ControlCommand> {
    private static final long serialVersionUID = 1L;

    private transient CommandDecoder decoder;

    @Override
    public void open(OpenContext openContext) {
        decoder = new CommandDecoder();
    }

    @Override
    public void processElement(SourceRecord record, Context context, Collector<ControlCommand> out) {
        ControlCommand command;
        try {
            command = decoder.decode(ByteArrays.of(record.getValue()), record.getTimestamp());
        } catch (UnusablePostingException e) {
            context.output(Rejects.TAG, RejectEncoder.encode(record, e.reason(), e.getMessage()));
            return;
        }
        out.collect(command);
    }
}
