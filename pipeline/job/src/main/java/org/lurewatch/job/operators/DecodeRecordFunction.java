package org.lurewatch.job.operators;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.ByteArrays;
import org.lurewatch.codec.RejectEncoder;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.SourceRecord;

/** Decodes what an analyst sent; records that cannot be decoded go to {@link Rejects#TAG}. */
public abstract class DecodeRecordFunction<T> extends ProcessFunction<SourceRecord, T> implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final String read;
    private final String rejected;
    private transient Decoder<T> decoder;
    private transient FlowCounters counters;

    /**
     * Names the counters.
     *
     * @param read counter of the records read
     * @param rejected counter of those that cannot be decoded
     */
    protected DecodeRecordFunction(String read, String rejected) {
        this.read = read;
        this.rejected = rejected;
    }

    /** Reads one from a record's bytes. */
    @FunctionalInterface
    protected interface Decoder<T> {
        /**
         * What the record says.
         *
         * @param value the value, or null if the record has none
         * @param kafkaTime the record's own time in milliseconds, or null
         * @throws UnusablePostingException with the reason, if it cannot be decoded
         */
        T decode(byte[] value, Long kafkaTime);
    }

    /** Makes the decoder on the machine where the operator runs. */
    protected abstract Decoder<T> decoder();

    @Override
    public final void initializeState(FunctionInitializationContext context) throws Exception {
        counters = FlowCounters.open(getRuntimeContext().getMetricGroup(), context, List.of(read, rejected), List.of());
    }

    @Override
    public final void open(OpenContext openContext) {
        decoder = decoder();
    }

    @Override
    public final void processElement(SourceRecord record, Context context, Collector<T> out) {
        counters.count(read);
        T decoded;
        try {
            decoded = decoder.decode(ByteArrays.of(record.getValue()), record.getTimestamp());
        } catch (UnusablePostingException e) {
            counters.count(rejected);
            context.output(Rejects.TAG, RejectEncoder.encode(record, e.reason(), e.getMessage()));
            return;
        }
        out.collect(decoded);
    }

    @Override
    public final void snapshotState(FunctionSnapshotContext context) throws Exception {
        counters.snapshot();
    }
}
