package org.lurewatch.job.operators;

import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.Erasures;
import org.lurewatch.codec.SweepRecords;
import org.lurewatch.codec.WarningRecords;
import org.lurewatch.detection.warning.SweepRule;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SweptPosting;

/** Compares what a bundle says of a posting now with the warnings sent of it, once all of both have been read. */
public final class SweepFunction extends KeyedCoProcessFunction<String, AssessedPosting, ScamWarning, SweptPosting> {
    private static final long serialVersionUID = 1L;
    private static final long END = Long.MAX_VALUE;

    private transient ValueState<AssessedPosting> newest;
    private transient ValueState<ScamWarning> told;
    private transient ValueState<ScamWarning> erased;

    @Override
    public void open(OpenContext openContext) {
        newest = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("newest", new AvroTypeInfo<>(AssessedPosting.class)));
        told = getRuntimeContext().getState(new ValueStateDescriptor<>("told", new AvroTypeInfo<>(ScamWarning.class)));
        erased = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("erased", new AvroTypeInfo<>(ScamWarning.class)));
    }

    @Override
    public void processElement1(AssessedPosting assessed, Context context, Collector<SweptPosting> out)
            throws Exception {
        AssessedPosting earlier = newest.value();
        if (earlier == null || !SweepRecords.place(earlier).isNewerThan(SweepRecords.place(assessed))) {
            newest.update(assessed);
        }
        context.timerService().registerEventTimeTimer(END);
    }

    @Override
    public void processElement2(ScamWarning warning, Context context, Collector<SweptPosting> out) throws Exception {
        if (Erasures.isErased(warning)) {
            boolean isLater = erased.value() == null
                    || erased.value().getRecord().getOffset()
                            < warning.getRecord().getOffset();
            erased.update(isLater ? warning : erased.value());
            return;
        }
        told.update(WarningRecords.newer(told.value(), warning));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SweptPosting> out) throws Exception {
        AssessedPosting assessed = newest.value();
        if (Erasures.coversPosting(erased.value(), assessed)) {
            return;
        }
        ScamWarning earlier = told.value();
        SweepRule.Swept swept = SweepRule.sweep(
                WarningRecords.toDomain(assessed.getAssessment().getVerdict()),
                SweepRecords.bundle(assessed),
                Optional.ofNullable(earlier).map(WarningRecords::toDomain));
        out.collect(SweepRecords.toAvro(swept, assessed, earlier));
    }
}
