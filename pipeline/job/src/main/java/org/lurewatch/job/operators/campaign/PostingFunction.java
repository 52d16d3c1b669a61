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
import org.lurewatch.codec.PostingRecords;
import org.lurewatch.codec.WarningReviser;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.PostingMemory;
import org.lurewatch.schemas.PostingNews;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

/**
 * Keyed by posting: warns of it, once for each thing that there is to say, whichever comes first of the posting, news
 * of its campaign, and reviews. What its campaign has to know goes to {@link CampaignSamples#TAG}.
 * See RATIONALE.md, "The first warning does not wait for the campaign".
 */
public final class PostingFunction extends KeyedCoProcessFunction<String, AssessedPosting, PostingNews, ScamWarning>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final Duration retention;
    private transient ValueState<PostingMemory> state;
    private transient FlowCounters counters;

    /** @param retention how long a posting is remembered after it, or news of it, came last */
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
        PostingMemory memory = recall(assessed.getEventTime(), context);
        boolean ownLikely = assessed.getWarning().getVerdict() == Verdict.LIKELY_SCAM;
        boolean repeat = PostingRecords.isRepeat(memory, assessed);
        if (repeat || PostingRecords.isOutdated(memory, assessed)) {
            if (repeat) {
                PostingRecords.seenAgain(memory, assessed.getEventTime());
            }
            state.update(memory);
            if (ownLikely) {
                counters.count(Outcome.ofOneMore(memory));
            }
            return;
        }
        String reason = PostingRecords.whyAssessed(memory, assessed);
        PostingRecords.assessed(memory, assessed);
        tell(memory, WarningReviser.current(memory, reason), ownLikely, context, out);
        state.update(memory);
    }

    @Override
    public void processElement2(PostingNews news, Context context, Collector<ScamWarning> out) throws Exception {
        PostingMemory memory = recall(context.timestamp(), context);
        String before =
                memory.getCampaign() == null ? null : memory.getCampaign().getCampaign();
        PostingRecords.hear(memory, news);
        if (memory.getAssessed() != null) {
            ScamWarning current = WarningReviser.current(memory, PostingRecords.why(news));
            if (before != null && !before.equals(memory.getCampaign().getCampaign())) {
                context.output(CampaignSamples.TAG, PostingRecords.moved(before, memory, current));
            }
            tell(memory, current, false, context, out);
        }
        state.update(memory);
    }

    /** One timer a posting: where it was seen again since, the next one is set. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ScamWarning> out) throws Exception {
        PostingMemory memory = state.value();
        if (memory == null) {
            return;
        }
        if (expiry(memory) <= timestamp) {
            state.clear();
        } else {
            context.timerService().registerEventTimeTimer(expiry(memory));
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        counters.snapshot();
    }

    private PostingMemory recall(Long time, Context context) throws Exception {
        long seen = time == null ? 0 : time;
        PostingMemory memory = state.value();
        if (memory == null) {
            memory = PostingMemory.newBuilder().setLastSeen(seen).build();
            context.timerService().registerEventTimeTimer(expiry(memory));
        }
        memory.setLastSeen(Math.max(memory.getLastSeen(), seen));
        return memory;
    }

    private long expiry(PostingMemory memory) {
        return Days.upFrom(memory.getLastSeen() + retention.toMillis());
    }

    private void tell(
            PostingMemory memory, ScamWarning current, boolean ownLikely, Context context, Collector<ScamWarning> out) {
        Outcome.of(memory, current, ownLikely).ifPresent(counters::count);
        if (memory.getCampaign() != null) {
            context.output(CampaignSamples.TAG, PostingRecords.sample(memory, current));
        }
        if (WarningReviser.isWorthSending(memory, current)) {
            PostingRecords.told(memory, current);
            out.collect(current);
        }
    }
}
