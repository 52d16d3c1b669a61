package org.lurewatch.job.operators.control;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.job.codec.CommandDecoder;
import org.lurewatch.job.codec.RejectEncoder;
import org.lurewatch.job.operators.ByteArrays;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.SourceRecord;

/** Bytes to commands; what is none goes to {@link Rejects#TAG}. */
public final class DecodeCommandFunction extends ProcessFunction<SourceRecord, ControlCommand>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private transient CommandDecoder decoder;
    private transient FlowCounters counters;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        counters = FlowCounters.open(
                getRuntimeContext().getMetricGroup(),
                context,
                List.of(FlowCounters.COMMANDS, FlowCounters.COMMANDS_REJECTED),
                List.of());
    }

    @Override
    public void open(OpenContext openContext) {
        decoder = new CommandDecoder();
    }

    @Override
    public void processElement(SourceRecord record, Context context, Collector<ControlCommand> out) {
        counters.count(FlowCounters.COMMANDS);
        ControlCommand command;
        try {
            command = decoder.decode(ByteArrays.of(record.getValue()), record.getTimestamp());
        } catch (UnusablePostingException e) {
            counters.count(FlowCounters.COMMANDS_REJECTED);
            context.output(Rejects.TAG, RejectEncoder.encode(record, e.reason(), e.getMessage()));
            return;
        }
        out.collect(command);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        counters.snapshot();
    }
}
