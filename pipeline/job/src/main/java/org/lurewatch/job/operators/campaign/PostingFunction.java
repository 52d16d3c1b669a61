package org.lurewatch.job.operators.campaign;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.Erasures;
import org.lurewatch.codec.PostingRecords;
import org.lurewatch.codec.WarningRecords;
import org.lurewatch.detection.warning.KnownPosting;
import org.lurewatch.detection.warning.WarningChange;
import org.lurewatch.detection.warning.WarningRule;
import org.lurewatch.detection.warning.WarningStep;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.PostingErasure;
import org.lurewatch.schemas.PostingMemory;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

/**
 * Keyed by posting: warns of it, once for each thing that there is to say. The posting, news of its campaign and
 * reviews may come in any order. What its campaign has to know goes to {@link CampaignSamples#TAG}.
 * See RATIONALE.md, "The first warning does not wait for the campaign".
 */
public final class PostingFunction extends KeyedCoProcessFunction<String, AssessedPosting, PostingNews, ScamWarning>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final Duration retention;
    private transient ValueState<PostingMemory> state;
    private transient FlowCounters counters;

    /** @param retention how long a posting is remembered after it, or news of it, last came in */
    public PostingFunction(Duration retention) {
        this.retention = retention;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        counters = FlowCounters.open(
                getRuntimeContext().getMetricGroup(),
                context,
                List.of(
                        FlowCounters.FIRST_WARNINGS,
                        FlowCounters.REVISED,
                        FlowCounters.REPEATED,
                        FlowCounters.WITHHELD,
                        FlowCounters.LATE_WARNINGS,
                        FlowCounters.RETRACTED,
                        FlowCounters.UPDATED),
                List.of());
    }

    @Override
    public void open(OpenContext openContext) {
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("posting", new AvroTypeInfo<>(PostingMemory.class)));
    }

    @Override
    public void processElement1(AssessedPosting assessed, Context context, Collector<ScamWarning> out)
            throws Exception {
        PostingMemory memory = state.value();
        if (memory != null && memory.getErasure() != null) {
            if (Erasures.coversPosting(memory.getErasure(), assessed)) {
                countWithheld(assessed);
                return;
            }
            memory = null;
        }
        WarningStep step =
                WarningRule.assessed(known(memory, assessed.getEventTime(), context), PostingRecords.own(assessed));
        boolean saysNothingNew = step.current().isEmpty();
        AssessedPosting kept = saysNothingNew ? memory.getAssessed() : PostingRecords.withoutSketch(assessed);
        send(step, kept, context, out);
        state.update(PostingRecords.toAvro(step.known(), kept));
    }

    @Override
    public void processElement2(PostingNews news, Context context, Collector<ScamWarning> out) throws Exception {
        PostingMemory memory = state.value();
        if (news.getErasure() != null) {
            erase(news.getErasure(), memory, context, out);
            return;
        }
        for (String campaign : news.getErasedFrom()) {
            context.output(CampaignSamples.TAG, Erasures.sample(news.getPosting(), campaign));
        }
        boolean isForgotten = memory != null && memory.getErasure() != null;
        if (isForgotten || !news.getErasedFrom().isEmpty()) {
            return;
        }
        WarningStep step = WarningRule.heard(
                known(memory, context.timestamp(), context),
                PostingRecords.campaign(news),
                PostingRecords.reviewed(news));
        AssessedPosting assessed = memory == null ? null : memory.getAssessed();
        send(step, assessed, context, out);
        state.update(PostingRecords.toAvro(step.known(), assessed));
    }

    private void erase(PostingErasure erasure, PostingMemory memory, Context context, Collector<ScamWarning> out)
            throws Exception {
        long seen = memory == null ? erasure.getTime() : Math.max(erasure.getTime(), memory.getLastSeen());
        if (memory == null) {
            context.timerService().registerEventTimeTimer(expiry(seen));
        }
        state.update(Erasures.memory(erasure, seen));
        out.collect(Erasures.warning(erasure));
    }

    /** It came late, so that each posting warned of is still counted once. */
    private void countWithheld(AssessedPosting assessed) {
        if (assessed.getAssessment().getVerdict() == Verdict.LIKELY_SCAM) {
            counters.count(FlowCounters.WITHHELD);
        }
    }

    /** There is one timer for each posting: if the posting was seen again since, the next timer is set. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ScamWarning> out) throws Exception {
        PostingMemory memory = state.value();
        if (memory == null) {
            return;
        }
        if (expiry(memory.getLastSeen()) <= timestamp) {
            state.clear();
        } else {
            context.timerService().registerEventTimeTimer(expiry(memory.getLastSeen()));
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        counters.snapshot();
    }

    private KnownPosting known(PostingMemory memory, Long time, Context context) {
        long seen = time == null ? 0 : time;
        if (memory == null) {
            context.timerService().registerEventTimeTimer(expiry(seen));
            return KnownPosting.first(seen);
        }
        return PostingRecords.toDomain(context.getCurrentKey(), memory).seen(seen);
    }

    private long expiry(long lastSeen) {
        return Days.upFrom(lastSeen + retention.toMillis());
    }

    private void send(WarningStep step, AssessedPosting assessed, Context context, Collector<ScamWarning> out) {
        KnownPosting known = step.known();
        step.change().map(PostingFunction::counter).ifPresent(counters::count);
        step.current().ifPresent(current -> {
            step.leftCampaign()
                    .ifPresent(left ->
                            context.output(CampaignSamples.TAG, PostingRecords.moved(left, assessed, known, current)));
            if (known.campaign().isPresent()) {
                context.output(CampaignSamples.TAG, PostingRecords.sample(assessed, known, current));
            }
            if (step.isSent()) {
                out.collect(WarningRecords.toAvro(current, assessed.getAssessment()));
            }
        });
    }

    private static String counter(WarningChange change) {
        return switch (change) {
            case FIRST -> FlowCounters.FIRST_WARNINGS;
            case REVISED -> FlowCounters.REVISED;
            case REPEATED -> FlowCounters.REPEATED;
            case WITHHELD -> FlowCounters.WITHHELD;
            case LATE -> FlowCounters.LATE_WARNINGS;
            case RETRACTED -> FlowCounters.RETRACTED;
            case UPDATED -> FlowCounters.UPDATED;
        };
    }
}
