package org.lurewatch.job.operators.campaign;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.CampaignAssembler;
import org.lurewatch.codec.Copies;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignState;

/**
 * Keyed by campaign: publishes what is known of it. What a reader acts upon goes out at once: that it is there, its
 * verdict and standing, its first template, that it became part of another. That it grows goes out within an hour of
 * event time, so that a hand which posts a thousand times a day is not a thousand records.
 */
public final class CampaignFunction extends KeyedProcessFunction<String, CampaignSample, Campaign> {
    private static final long serialVersionUID = 1L;
    private static final long GROWTH_WAITS = Duration.ofHours(1).toMillis();

    private final Duration retention;
    private transient ValueState<CampaignState> state;

    /** @param retention how long a campaign is remembered after its newest posting */
    public CampaignFunction(Duration retention) {
        this.retention = retention;
    }

    @Override
    public void open(OpenContext openContext) {
        state = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("campaign", new AvroTypeInfo<>(CampaignState.class)));
    }

    @Override
    public void processElement(CampaignSample sample, Context context, Collector<Campaign> out) throws Exception {
        CampaignState before = state.value();
        long now = context.timestamp() == null ? sample.getPosting().getTime() : context.timestamp();
        CampaignState after = CampaignAssembler.with(before, sample);
        if (before == null) {
            context.timerService().registerEventTimeTimer(expiry(after));
        }
        if (isOver(before) || !CampaignAssembler.isPublic(after)) {
            state.update(after);
            return;
        }
        if (CampaignAssembler.isUrgent(after)) {
            CampaignState told = CampaignAssembler.withTemplate(before, after);
            publish(told, CampaignAssembler.campaign(context.getCurrentKey(), told, now), out);
        } else {
            state.update(waiting(after, now, context));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Campaign> out) throws Exception {
        CampaignState known = state.value();
        if (known == null) {
            return;
        }
        if (known.getDue() != 0 && known.getDue() <= timestamp) {
            publishGrowth(known, timestamp, context.getCurrentKey(), out);
        }
        if (expiry(known) <= timestamp) {
            state.clear();
        } else if (known.getDue() != timestamp) {
            context.timerService().registerEventTimeTimer(expiry(known));
        }
    }

    /** Nothing is said any more of a campaign whose readers know that it became part of another one. */
    private static boolean isOver(CampaignState known) {
        return known != null
                && known.getPublished() != null
                && known.getPublished().getMergedInto() != null;
    }

    /** What waited may come to nothing: a posting that was seen again says nothing new. */
    private void publishGrowth(CampaignState known, long now, String id, Collector<Campaign> out) throws Exception {
        CampaignState told = CampaignAssembler.withTemplate(known, known);
        Campaign current = CampaignAssembler.campaign(id, told, now);
        if (CampaignAssembler.saysMore(told, current)) {
            publish(told, current, out);
        } else {
            told.setDue(0L);
            state.update(told);
        }
    }

    private void publish(CampaignState told, Campaign current, Collector<Campaign> out) throws Exception {
        told.setPublished(current);
        told.setDue(0L);
        state.update(told);
        out.collect(current);
    }

    private static CampaignState waiting(CampaignState after, long now, Context context) {
        if (after.getDue() != 0) {
            return after;
        }
        context.timerService().registerEventTimeTimer(now + GROWTH_WAITS);
        CampaignState waiting = Copies.of(after, new CampaignState());
        waiting.setDue(now + GROWTH_WAITS);
        return waiting;
    }

    private long expiry(CampaignState known) {
        return Days.upFrom(known.getLastSeen() + retention.toMillis());
    }
}
