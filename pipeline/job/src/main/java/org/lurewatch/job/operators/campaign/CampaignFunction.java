package org.lurewatch.job.operators.campaign;

import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.CampaignRecords;
import org.lurewatch.codec.Erasures;
import org.lurewatch.detection.warning.CampaignRule;
import org.lurewatch.detection.warning.CampaignStep;
import org.lurewatch.detection.warning.KnownCampaign;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignSample;
import org.lurewatch.schemas.CampaignState;

/** Keyed by campaign: publishes what is known about it when {@link CampaignRule} says so. */
public final class CampaignFunction extends KeyedProcessFunction<String, CampaignSample, Campaign> {
    private static final long serialVersionUID = 1L;

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
        Optional<KnownCampaign> before = Optional.ofNullable(state.value()).map(CampaignRecords::toDomain);
        long now = context.timestamp() == null ? sample.getPosting().getTime() : context.timestamp();
        if (sample.getErased()) {
            erase(before, sample.getPosting().getPosting(), now, context, out);
            return;
        }
        CampaignStep step =
                CampaignRule.reported(context.getCurrentKey(), before, CampaignRecords.toDomain(sample), now);
        if (before.isEmpty()) {
            context.timerService().registerEventTimeTimer(expiry(step.known()));
        }
        long due = step.known().due();
        if (due != 0 && due != before.map(KnownCampaign::due).orElse(0L)) {
            context.timerService().registerEventTimeTimer(due);
        }
        update(step, out);
    }

    private void erase(
            Optional<KnownCampaign> before, String posting, long now, Context context, Collector<Campaign> out)
            throws Exception {
        if (before.isEmpty()) {
            return;
        }
        CampaignStep step = CampaignRule.erased(context.getCurrentKey(), before.get(), posting, now);
        if (!step.known().postings().isEmpty()) {
            update(step, out);
            return;
        }
        state.clear();
        if (before.get().published().isPresent()) {
            out.collect(Erasures.campaign(context.getCurrentKey(), now));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Campaign> out) throws Exception {
        CampaignState remembered = state.value();
        if (remembered == null) {
            return;
        }
        KnownCampaign known = CampaignRecords.toDomain(remembered);
        if (known.isDue(timestamp)) {
            update(CampaignRule.grown(context.getCurrentKey(), known, timestamp), out);
        }
        if (expiry(known) <= timestamp) {
            state.clear();
        } else if (known.due() != timestamp) {
            context.timerService().registerEventTimeTimer(expiry(known));
        }
    }

    private void update(CampaignStep step, Collector<Campaign> out) throws Exception {
        state.update(CampaignRecords.toAvro(step.known()));
        step.published().map(CampaignRecords::toAvro).ifPresent(out::collect);
    }

    private long expiry(KnownCampaign known) {
        return Days.upFrom(known.lastSeen() + retention.toMillis());
    }
}
