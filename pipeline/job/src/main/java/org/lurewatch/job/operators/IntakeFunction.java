package org.lurewatch.job.operators;

import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.Erasures;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.schemas.PostingErasure;
import org.lurewatch.schemas.SourceRecord;

/**
 * Counts the records that come in and passes each on unchanged. Requests to forget a posting leave through {@link
 * ErasureRequests#TAG}.
 *
 * <p>Version 0.1.0 decoded postings here. Its counters of rejected records and of unknown fields are in the savepoints
 * of this operator; they stay registered, so that the sums over all operators continue. What is decoded now is counted
 * where it is assessed, by {@link PostingAssessor}, under the same names.
 */
public final class IntakeFunction extends ProcessFunction<SourceRecord, SourceRecord> implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private transient FlowCounters counters;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        counters = FlowCounters.open(
                getRuntimeContext().getMetricGroup(),
                context,
                List.of(FlowCounters.IN, FlowCounters.ERASURES, FlowCounters.UNKNOWN_FIELDS),
                List.of(RejectReason.values()));
    }

    @Override
    public void processElement(SourceRecord record, Context context, Collector<SourceRecord> out) {
        Optional<PostingErasure> erasure = Erasures.of(record);
        if (erasure.isPresent()) {
            counters.count(FlowCounters.ERASURES);
            context.output(ErasureRequests.TAG, erasure.get());
            return;
        }
        counters.count(FlowCounters.IN);
        out.collect(record);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        counters.snapshot();
    }
}
