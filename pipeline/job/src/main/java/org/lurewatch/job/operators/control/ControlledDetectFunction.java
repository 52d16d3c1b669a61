package org.lurewatch.job.operators.control;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.codec.ControlRecords;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.PostingAssessor;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.ReceivedPosting;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assesses postings with the bundles that the deployment names; a new deployment applies from the next posting on.
 * Postings that come before the first bundle wait in state. Records that cannot be assessed go to {@link Rejects#TAG},
 * the shadow's scores to {@link ControlOutputs#SHADOW_SCORES}, and reports of what could not be done here to {@link
 * ControlOutputs#STATUS}.
 */
public final class ControlledDetectFunction
        extends BroadcastProcessFunction<SourceRecord, DeploymentRecord, AssessedPosting>
        implements CheckpointedFunction {
    /** The newest deployment, under the one key {@link #NEWEST}. */
    public static final MapStateDescriptor<String, DeploymentRecord> DEPLOYMENT =
            new MapStateDescriptor<>("deployment", Types.STRING, new AvroTypeInfo<>(DeploymentRecord.class));

    /** Limit on the bytes of postings that wait in one task; more would fill its memory before anybody noticed. */
    static final long MOST_WAITING_BYTES = 64L << 20;

    private static final long serialVersionUID = 1L;

    static {
        TrustedClasses.register();
    }

    private static final Logger LOG = LoggerFactory.getLogger(ControlledDetectFunction.class);
    private static final String NEWEST = "newest";

    private final SerializableSupplier<PostingDecoder> decoder;
    private final BundleStore store;
    private final DeploymentRecord start;
    private final Clock clock;
    private transient BundlesAtWork bundles;
    private transient PostingAssessor assessor;
    private transient BroadcastState<String, DeploymentRecord> deployment;
    private transient ListState<SourceRecord> waiting;
    private transient Waiting waitingNow;

    /** What both kinds of context can do. */
    private interface SideOutputs {
        <T> void output(OutputTag<T> tag, T told);
    }

    /** How many postings wait, and their bytes. */
    private record Waiting(int postings, long bytes) {
        static final Waiting NOTHING = new Waiting(0, 0);

        Waiting with(SourceRecord record) {
            return new Waiting(postings + 1, bytes + record.getValue().remaining());
        }
    }

    /**
     * @param start the deployment that applies before the first command
     * @param clock gives the time when a posting is assessed; must be serialisable
     */
    public ControlledDetectFunction(
            SerializableSupplier<PostingDecoder> decoder, BundleStore store, DeploymentRecord start, Clock clock) {
        this.decoder = decoder;
        this.store = store;
        this.start = start;
        this.clock = clock;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        assessor = PostingAssessor.open(getRuntimeContext().getMetricGroup(), context, decoder.get(), clock);
        deployment = context.getOperatorStateStore().getBroadcastState(DEPLOYMENT);
        waiting = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("waiting-records", new AvroTypeInfo<>(SourceRecord.class)));
        takeOver(context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("waiting", new AvroTypeInfo<>(ReceivedPosting.class))));
        waitingNow = Waiting.NOTHING;
        for (SourceRecord record : waiting.get()) {
            waitingNow = waitingNow.with(record);
        }
    }

    @Override
    public void open(OpenContext openContext) throws Exception {
        getRuntimeContext().getMetricGroup().addGroup(FlowCounters.GROUP).gauge("waiting", () -> waitingNow.postings());
        bundles = BundlesAtWork.start(
                store, DeploymentRecords.toDomain(Objects.requireNonNullElse(deployment.get(NEWEST), start)));
    }

    @Override
    public void processElement(SourceRecord record, ReadOnlyContext context, Collector<AssessedPosting> out)
            throws Exception {
        if (bundles.isReady()) {
            letThrough(context::output, out);
        }
        // Decoded even if it then has to wait, so that a broken record is rejected at once.
        Optional<JobPosting> posting = assessor.decode(record, rejects(context::output));
        if (posting.isEmpty()) {
            return;
        }
        if (bundles.isReady()) {
            assess(record, posting.get(), context::output, out);
        } else {
            hold(record);
        }
    }

    @Override
    public void processBroadcastElement(DeploymentRecord next, Context context, Collector<AssessedPosting> out)
            throws Exception {
        deployment.put(NEWEST, next);
        Deployment deployed = DeploymentRecords.toDomain(next);
        for (String trouble : bundles.deploy(deployed)) {
            context.output(ControlOutputs.STATUS, ControlRecords.trouble(deployed, trouble, clock.instant()));
        }
        if (bundles.isReady()) {
            letThrough(context::output, out);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        assessor.snapshot();
    }

    /** Version 0.1.0 kept waiting postings in decoded form. Only their records are needed. */
    private void takeOver(ListState<ReceivedPosting> decoded) throws Exception {
        for (ReceivedPosting received : decoded.get()) {
            waiting.add(received.getRecord());
        }
        decoded.clear();
    }

    private void hold(SourceRecord record) throws Exception {
        waiting.add(record);
        waitingNow = waitingNow.with(record);
        if (waitingNow.bytes() > MOST_WAITING_BYTES) {
            throw new IllegalStateException(waitingNow.postings()
                    + " postings wait for a bundle, and there is no room for more: publish one on the control topic");
        }
    }

    private void letThrough(SideOutputs sides, Collector<AssessedPosting> out) throws Exception {
        if (waitingNow.postings() == 0) {
            return;
        }
        for (SourceRecord record : waiting.get()) {
            assessor.decodeAgain(record, rejects(sides)).ifPresent(posting -> assess(record, posting, sides, out));
        }
        waiting.clear();
        waitingNow = Waiting.NOTHING;
    }

    private void assess(SourceRecord record, JobPosting posting, SideOutputs sides, Collector<AssessedPosting> out) {
        boolean forCanary = bundles.isForCanary(() -> WarningEncoder.warningId(posting.source(), posting.identifier()));
        assessor.assess(forCanary ? bundles.canary() : bundles.champion(), record, posting, rejects(sides))
                .ifPresent(assessed -> {
                    out.collect(assessed);
                    if (!forCanary) {
                        bundles.shadow().ifPresent(shadow -> compare(assessed, shadow, posting, sides));
                    }
                });
    }

    private static Consumer<RejectedPosting> rejects(SideOutputs sides) {
        return reject -> sides.output(Rejects.TAG, reject);
    }

    /** A shadow that fails on a posting gives no score for it; the champion's assessment has already gone out. */
    private void compare(AssessedPosting decided, Detector shadow, JobPosting posting, SideOutputs sides) {
        try {
            sides.output(ControlOutputs.SHADOW_SCORES, ControlRecords.shadowScore(decided, shadow.assess(posting)));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The shadow failed with {} over {}",
                    e.getClass().getSimpleName(),
                    decided.getAssessment().getWarningId());
        }
    }
}
