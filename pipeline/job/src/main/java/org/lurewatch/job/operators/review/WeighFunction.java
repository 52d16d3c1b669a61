package org.lurewatch.job.operators.review;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.ReviewRecords;
import org.lurewatch.detection.review.ReviewRule;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewerState;
import org.lurewatch.schemas.WeighedReview;

/**
 * Keyed by reviewer: decides which reviews count without a second opinion. Reviews do not advance event time, so Flink
 * drops what is remembered of a reviewer who has been silent for the retention time.
 */
public final class WeighFunction extends KeyedProcessFunction<String, Review, WeighedReview>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final int mostAloneADay;
    private final Duration retention;
    private transient ValueState<ReviewerState> state;
    private transient FlowCounters counters;

    /**
     * @param mostAloneADay how many reviews of one reviewer count per day without a second opinion
     * @param retention how long a silent reviewer is remembered
     */
    public WeighFunction(int mostAloneADay, Duration retention) {
        this.mostAloneADay = mostAloneADay;
        this.retention = retention;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        counters = FlowCounters.open(
                getRuntimeContext().getMetricGroup(), context, List.of(FlowCounters.REVIEWS_WAITING), List.of());
    }

    @Override
    public void open(OpenContext openContext) {
        ValueStateDescriptor<ReviewerState> descriptor =
                new ValueStateDescriptor<>("reviewer", new AvroTypeInfo<>(ReviewerState.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(retention).build());
        state = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(Review review, Context context, Collector<WeighedReview> out) throws Exception {
        ReviewRule.Weighed weighed = ReviewRule.weigh(
                ReviewRecords.toDomain(state.value()), review.getReviewedAt().toEpochMilli(), mostAloneADay);
        state.update(ReviewRecords.toAvro(weighed.memory()));
        if (!weighed.alone()) {
            counters.count(FlowCounters.REVIEWS_WAITING);
        }
        out.collect(new WeighedReview(review, weighed.alone()));
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        counters.snapshot();
    }
}
