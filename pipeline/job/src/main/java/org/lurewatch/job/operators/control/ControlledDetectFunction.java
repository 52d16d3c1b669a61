package org.lurewatch.job.operators.control;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.codec.ControlRecords;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.job.operators.Scoring;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.JobPosting;
import org.lurewatch.schemas.ReceivedPosting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assesses postings by the bundles that the deployment names; a new deployment holds from one posting to the next.
 * Postings that come before the first bundle wait in the state. A posting that breaks scoring goes to {@link Rejects#TAG},
 * what the shadow says to {@link Told#SHADOW_SCORES}, and what cannot be done here to {@link Told#STATUS}.
 */
public final class ControlledDetectFunction
        extends BroadcastProcessFunction<ReceivedPosting, DeploymentRecord, AssessedPosting>
        implements CheckpointedFunction {
    /** The newest deployment, under the one key {@link #NEWEST}. */
    public static final MapStateDescriptor<String, DeploymentRecord> DEPLOYMENT =
            new MapStateDescriptor<>("deployment", Types.STRING, new AvroTypeInfo<>(DeploymentRecord.class));

    /** Bytes of postings that wait in one task; more would fill its memory before anybody noticed. */
    static final long MOST_WAITING_BYTES = 64L << 20;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ControlledDetectFunction.class);
    private static final String NEWEST = "newest";

    private final BundleStore store;
    private final DeploymentRecord start;
    private final Clock clock;
    private transient BundlesAtWork bundles;
    private transient Scoring scoring;
    private transient BroadcastState<String, DeploymentRecord> deployment;
    private transient ListState<ReceivedPosting> waiting;
    private transient Waiting waitingNow;

    /** What both kinds of context have. */
    private interface SideOutputs {
        <T> void output(OutputTag<T> tag, T told);
    }

    /** How much waits. */
    private record Waiting(int postings, long bytes) {
        static final Waiting NOTHING = new Waiting(0, 0);

        Waiting with(ReceivedPosting received) {
            int size = received.getRecord().getValue().remaining();
            return new Waiting(postings + 1, bytes + size);
        }
    }

    /**
     * @param start what holds before the first command
     * @param clock tells when a posting is assessed; must be serialisable
     */
    public ControlledDetectFunction(BundleStore store, DeploymentRecord start, Clock clock) {
        this.store = store;
        this.start = start;
        this.clock = clock;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        scoring = Scoring.open(getRuntimeContext().getMetricGroup(), context, clock);
        deployment = context.getOperatorStateStore().getBroadcastState(DEPLOYMENT);
        waiting = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("waiting", new AvroTypeInfo<>(ReceivedPosting.class)));
        waitingNow = Waiting.NOTHING;
        for (ReceivedPosting received : waiting.get()) {
            waitingNow = waitingNow.with(received);
        }
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        getRuntimeContext().getMetricGroup().addGroup(FlowCounters.GROUP).gauge("waiting", () -> waitingNow.postings());
        bundles = new BundlesAtWork(store);
        Deployment restored = DeploymentRecords.toDomain(Objects.requireNonNullElse(deployment.get(NEWEST), start));
        List<String> troubles = bundles.deploy(restored);
        if (restored.hasChampion() && !bundles.isReady()) {
            // Flink starts the job again, and the file system may answer then.
            throw new IllegalStateException(String.join("; ", troubles));
        }
        troubles.forEach(LOG::warn);
    }

    @Override
    public void processElement(ReceivedPosting received, ReadOnlyContext context, Collector<AssessedPosting> out)
            throws Exception {
        if (!bundles.isReady()) {
            hold(received);
            return;
        }
        letThrough(context::output, out);
        assess(received, context::output, out);
    }

    @Override
    public void processBroadcastElement(DeploymentRecord next, Context context, Collector<AssessedPosting> out)
            throws Exception {
        deployment.put(NEWEST, next);
        Deployment deployed = DeploymentRecords.toDomain(next);
        for (String trouble : bundles.deploy(deployed)) {
            context.output(Told.STATUS, ControlRecords.trouble(deployed, trouble, clock.instant()));
        }
        if (bundles.isReady()) {
            letThrough(context::output, out);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        scoring.snapshot();
    }

    private void hold(ReceivedPosting received) throws Exception {
        waiting.add(received);
        waitingNow = waitingNow.with(received);
        if (waitingNow.bytes() > MOST_WAITING_BYTES) {
            throw new IllegalStateException(waitingNow.postings()
                    + " postings wait for a bundle, and there is no room for more: publish one on the control topic");
        }
    }

    private void letThrough(SideOutputs sides, Collector<AssessedPosting> out) throws Exception {
        if (waitingNow.postings() == 0) {
            return;
        }
        for (ReceivedPosting received : waiting.get()) {
            assess(received, sides, out);
        }
        waiting.clear();
        waitingNow = Waiting.NOTHING;
    }

    private void assess(ReceivedPosting received, SideOutputs sides, Collector<AssessedPosting> out) {
        JobPosting posting = received.getPosting();
        boolean forCanary =
                bundles.isForCanary(() -> WarningEncoder.warningId(posting.getSource(), posting.getIdentifier()));
        scoring.assess(
                        forCanary ? bundles.canary() : bundles.champion(),
                        received,
                        reject -> sides.output(Rejects.TAG, reject))
                .ifPresent(assessed -> {
                    out.collect(assessed);
                    if (!forCanary) {
                        bundles.shadow().ifPresent(shadow -> compare(assessed, shadow, posting, sides));
                    }
                });
    }

    /** A shadow that breaks over a posting has nothing to say of it; the champion's word went out already. */
    private void compare(AssessedPosting decided, Detector shadow, JobPosting posting, SideOutputs sides) {
        try {
            sides.output(
                    Told.SHADOW_SCORES,
                    ControlRecords.shadowScore(decided, shadow.assess(AvroPostings.toDomain(posting))));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The shadow failed with {} over {}",
                    e.getClass().getSimpleName(),
                    decided.getAssessment().getWarningId());
        }
    }
}
