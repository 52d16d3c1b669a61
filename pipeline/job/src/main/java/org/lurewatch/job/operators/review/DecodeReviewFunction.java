package org.lurewatch.job.operators.review;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.job.codec.RejectEncoder;
import org.lurewatch.job.codec.ReviewDecoder;
import org.lurewatch.job.operators.ByteArrays;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.SourceRecord;

/** Bytes to reviews; what is none goes to {@link Rejects#TAG}. */
public final class DecodeReviewFunction extends ProcessFunction<SourceRecord, Review> implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private transient ReviewDecoder decoder;
    private transient FlowCounters counters;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        counters = FlowCounters.open(
                getRuntimeContext().getMetricGroup(),
                context,
                List.of(FlowCounters.REVIEWS, FlowCounters.REVIEWS_REJECTED),
                List.of());
    }

    @Override
    public void open(OpenContext openContext) {
        decoder = new ReviewDecoder();
    }

    @Override
    public void processElement(SourceRecord record, Context context, Collector<Review> out) {
        counters.count(FlowCounters.REVIEWS);
        Review review;
        try {
            review = decoder.decode(ByteArrays.of(record.getValue()), record.getTimestamp());
        } catch (UnusablePostingException e) {
            counters.count(FlowCounters.REVIEWS_REJECTED);
            context.output(Rejects.TAG, RejectEncoder.encode(record, e.reason(), e.getMessage()));
            return;
        }
        out.collect(review);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        counters.snapshot();
    }
}
