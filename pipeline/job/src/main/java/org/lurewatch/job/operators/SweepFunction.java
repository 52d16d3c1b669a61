package org.lurewatch.job.operators;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.SweepRule;
import org.lurewatch.codec.WarningOrder;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.RecordPosition;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SweptPosting;

/** Sets what a bundle says of a posting now against what was told of it, when all of both was read. */
public final class SweepFunction extends KeyedCoProcessFunction<String, AssessedPosting, ScamWarning, SweptPosting> {
    private static final long serialVersionUID = 1L;
    private static final long END = Long.MAX_VALUE;

    private transient ValueState<AssessedPosting> newest;
    private transient ValueState<ScamWarning> told;

    @Override
    public void open(OpenContext openContext) {
        newest = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("newest", new AvroTypeInfo<>(AssessedPosting.class)));
        told = getRuntimeContext().getState(new ValueStateDescriptor<>("told", new AvroTypeInfo<>(ScamWarning.class)));
    }

    @Override
    public void processElement1(AssessedPosting assessed, Context context, Collector<SweptPosting> out)
            throws Exception {
        AssessedPosting earlier = newest.value();
        if (earlier == null || !isNewer(earlier, assessed)) {
            newest.update(assessed);
        }
        context.timerService().registerEventTimeTimer(END);
    }

    @Override
    public void processElement2(ScamWarning warning, Context context, Collector<SweptPosting> out) throws Exception {
        told.update(WarningOrder.newer(told.value(), warning));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SweptPosting> out) throws Exception {
        out.collect(SweepRule.sweep(newest.value(), told.value()));
    }

    /** Of a posting that was scraped more than once, the record that a running job saw last holds. */
    private static boolean isNewer(AssessedPosting one, AssessedPosting other) {
        RecordPosition place = one.getWarning().getRecord();
        RecordPosition otherPlace = other.getWarning().getRecord();
        return place.getPartition() == otherPlace.getPartition()
                ? place.getOffset() > otherPlace.getOffset()
                : one.getEventTime() > other.getEventTime();
    }
}
