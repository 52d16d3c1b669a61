package org.lurewatch.job.operators.review;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.LedgerRecords;
import org.lurewatch.codec.ReviewRecords;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.detection.review.ReviewRule;
import org.lurewatch.detection.review.TargetMemory;
import org.lurewatch.schemas.AcceptedReview;
import org.lurewatch.schemas.TargetState;
import org.lurewatch.schemas.WeighedReview;

/** Keyed by what is reviewed: passes on the reviews that change its standing. */
public final class StandingFunction extends KeyedProcessFunction<String, WeighedReview, AcceptedReview> {
    private static final long serialVersionUID = 1L;

    private final Duration retention;
    private transient ValueState<TargetState> state;

    /** @param retention how long the opinions on a target are remembered after the last one */
    public StandingFunction(Duration retention) {
        this.retention = retention;
    }

    @Override
    public void open(OpenContext openContext) {
        ValueStateDescriptor<TargetState> descriptor =
                new ValueStateDescriptor<>("target", new AvroTypeInfo<>(TargetState.class));
        descriptor.enableTimeToLive(StateTtlConfig.newBuilder(retention).build());
        state = getRuntimeContext().getState(descriptor);
    }

    @Override
    public void processElement(WeighedReview weighed, Context context, Collector<AcceptedReview> out) throws Exception {
        TargetMemory before = ReviewRecords.toDomain(state.value());
        TargetMemory after = ReviewRule.remember(before, ReviewRecords.opinion(weighed));
        state.update(ReviewRecords.toAvro(after));
        Standing standing = after.standing();
        if (standing != before.standing()) {
            out.collect(ReviewRecords.accepted(weighed.getReview(), LedgerRecords.toAvro(standing)));
        }
    }
}
