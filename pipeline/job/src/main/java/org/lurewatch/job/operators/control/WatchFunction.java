package org.lurewatch.job.operators.control;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.lurewatch.codec.BundleTallies;
import org.lurewatch.codec.ControlRecords;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.VetoLimits;
import org.lurewatch.detection.deployment.Watch;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.schemas.BundleTally;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.WatchState;

/**
 * Watches, under one key, what the bundles decide: rolls back one that exceeds its limits, by a command to {@link
 * ControlOutputs#VETOES}, and summarises what the shadow would have decided differently.
 * See RATIONALE.md, "A veto goes the way of every command".
 */
public final class WatchFunction extends KeyedCoProcessFunction<String, DeploymentRecord, BundleTally, ControlStatus> {
    /** Number of comparisons after which a summary is sent; if there are fewer, it is sent once an hour. */
    static final long SUMMED_UP_AFTER = 10_000;

    /** Counter of the bundles rolled back since the task started. */
    public static final String VETOES = "vetoes";

    private static final long serialVersionUID = 1L;

    static {
        TrustedClasses.register();
    }

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final VetoLimits limits;
    private final Succession succession;
    private final Clock clock;
    private transient ValueState<WatchState> state;
    private transient Counter vetoes;

    /**
     * @param succession says which deployment applies where commands do not
     * @param clock gives the time when something is reported; must be serialisable
     */
    public WatchFunction(VetoLimits limits, Succession succession, Clock clock) {
        this.limits = limits;
        this.succession = succession;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext openContext) {
        state = getRuntimeContext().getState(new ValueStateDescriptor<>("watch", new AvroTypeInfo<>(WatchState.class)));
        vetoes = getRuntimeContext()
                .getMetricGroup()
                .addGroup(FlowCounters.GROUP)
                .counter(VETOES);
    }

    @Override
    public void processElement1(DeploymentRecord next, Context context, Collector<ControlStatus> out) throws Exception {
        keep(watch().deployed(DeploymentRecords.toDomain(next)));
    }

    @Override
    public void processElement2(BundleTally tally, Context context, Collector<ControlStatus> out) throws Exception {
        Watch watch = BundleTallies.count(watch(), tally);
        if (watch.comparedPostings() >= SUMMED_UP_AFTER) {
            watch = sumUp(watch, out);
        } else if (watch.comparedPostings() > 0) {
            long now = context.timerService().currentProcessingTime();
            context.timerService().registerProcessingTimeTimer((now / HOUR + 1) * HOUR);
        }
        Optional<Watch.Veto> veto = watch.veto(limits);
        if (veto.isPresent()) {
            context.output(
                    ControlOutputs.VETOES, ControlRecords.rollback(watch.deployment(), veto.get(), clock.instant()));
            watch = watch.vetoed(veto.get().digest());
            vetoes.inc();
        }
        keep(watch);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<ControlStatus> out) throws Exception {
        Watch watch = watch();
        if (watch.comparedPostings() > 0) {
            keep(sumUp(watch, out));
        }
    }

    private Watch sumUp(Watch watch, Collector<ControlStatus> out) {
        out.collect(ControlRecords.summary(watch, clock.instant()));
        return watch.summedUp();
    }

    private Watch watch() throws Exception {
        WatchState kept = state.value();
        if (kept == null) {
            return Watch.over(succession.over(succession.commanded(null)));
        }
        Watch watch = DeploymentRecords.toDomain(kept);
        Deployment now = succession.over(watch.deployment());
        return now.equals(watch.deployment()) ? watch : watch.deployed(now);
    }

    private void keep(Watch watch) throws Exception {
        state.update(DeploymentRecords.toAvro(watch));
    }
}
