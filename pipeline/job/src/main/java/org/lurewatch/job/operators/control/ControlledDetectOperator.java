package org.lurewatch.job.operators.control;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.codec.ControlRecords;
import org.lurewatch.codec.ListRecords;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.deployment.Command;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.DeploymentRule;
import org.lurewatch.detection.lists.ListChange;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.PostingAssessor;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlNews;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.ReceivedPosting;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assesses postings with the bundles that the deployment names, and applies allow and block lists. A new deployment or a
 * change of the lists, which is broadcast on the second input, holds from the next posting on. Postings wait in state while nobody can decide: before the first bundle, and after an
 * upgrade until there is a bundle of the new version. Records that cannot be assessed go to {@link Rejects#TAG}, the
 * shadow's scores to {@link ControlOutputs#SHADOW_SCORES}, and reports of what could not be done here to {@link
 * ControlOutputs#STATUS}.
 *
 * <p>It is an operator and not a function, because only operators can emit without an input: what waited leaves as soon as
 * the task starts with a bundle, not with the next posting.
 *
 * <p>See RATIONALE.md, "After an upgrade, postings wait for a bundle of the new version".
 */
public final class ControlledDetectOperator extends AbstractStreamOperator<AssessedPosting>
        implements TwoInputStreamOperator<SourceRecord, ControlNews, AssessedPosting> {
    /** Limit on the bytes of postings that wait in one task; more would fill its memory before anybody noticed. */
    static final long MOST_WAITING_BYTES = 64L << 20;

    private static final long serialVersionUID = 1L;

    static {
        TrustedClasses.register();
    }

    private static final Logger LOGGER = LoggerFactory.getLogger(ControlledDetectOperator.class);

    /** The newest deployment, under the one key {@link #NEWEST}. */
    private static final MapStateDescriptor<String, DeploymentRecord> DEPLOYMENT =
            new MapStateDescriptor<>("deployment", Types.STRING, new AvroTypeInfo<>(DeploymentRecord.class));

    private static final String NEWEST = "newest";

    /** The newest command about each entry of a list that stands, under the id of the entry. */
    private static final MapStateDescriptor<String, ControlCommand> LISTED =
            new MapStateDescriptor<>("lists", Types.STRING, new AvroTypeInfo<>(ControlCommand.class));

    private final SerializableSupplier<PostingDecoder> decoder;
    private final BundleStore store;
    private final Succession succession;
    private final Clock clock;
    private transient BundlesAtWork bundles;
    private transient PostingAssessor assessor;
    private transient BroadcastState<String, DeploymentRecord> deployment;
    private transient BroadcastState<String, ControlCommand> listed;
    private transient PostingLists.Builder entries;
    /** Made of the entries when the next posting needs it; null where they have changed. */
    private transient PostingLists lists;

    private transient ListState<SourceRecord> waiting;
    private transient Waiting waitingNow;
    private transient boolean outdatedIsReported;

    /** How many postings wait, and their bytes. */
    private record Waiting(int postings, long bytes) {
        static final Waiting NOTHING = new Waiting(0, 0);

        Waiting with(SourceRecord record) {
            return new Waiting(postings + 1, bytes + record.getValue().remaining());
        }
    }

    /**
     * @param succession says which deployment applies where commands do not
     * @param clock gives the time when a posting is assessed; must be serialisable
     */
    public ControlledDetectOperator(
            SerializableSupplier<PostingDecoder> decoder, BundleStore store, Succession succession, Clock clock) {
        this.decoder = decoder;
        this.store = store;
        this.succession = succession;
        this.clock = clock;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        assessor = PostingAssessor.open(getMetricGroup(), context, decoder.get(), clock, this::lists);
        deployment = context.getOperatorStateStore().getBroadcastState(DEPLOYMENT);
        listed = context.getOperatorStateStore().getBroadcastState(LISTED);
        entries = new PostingLists.Builder();
        lists = null;
        for (Map.Entry<String, ControlCommand> entry : listed.entries()) {
            restore(entry.getValue());
        }
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
    public void open() throws Exception {
        super.open();
        getMetricGroup().addGroup(FlowCounters.GROUP).gauge("waiting", () -> waitingNow.postings());
        Deployment commanded = succession.commanded(deployment.get(NEWEST));
        Deployment now = succession.over(commanded);
        bundles = now.isOutdated() ? BundlesAtWork.none(store) : BundlesAtWork.start(store, now);
        // Nothing may be emitted yet: a timer of now is the first thing that happens when the task runs.
        getProcessingTimeService().registerTimer(getProcessingTimeService().getCurrentProcessingTime(), time -> {
            reportOutdated(commanded, now);
            letThrough();
        });
    }

    @Override
    public void processElement1(StreamRecord<SourceRecord> element) throws Exception {
        letThrough();
        SourceRecord record = element.getValue();
        // Decoded even if it then has to wait, so that a broken record is rejected at once.
        Optional<JobPosting> posting = assessor.decode(record, rejects());
        if (posting.isEmpty()) {
            return;
        }
        if (bundles.isReady()) {
            assess(record, posting.get());
        } else {
            hold(record);
        }
    }

    @Override
    public void processElement2(StreamRecord<ControlNews> element) throws Exception {
        ControlNews news = element.getValue();
        if (news.getListed() != null) {
            change(news.getListed());
        }
        if (news.getDeployment() != null) {
            deploy(news.getDeployment());
        }
    }

    private void deploy(DeploymentRecord next) throws Exception {
        deployment.put(NEWEST, next);
        Deployment commanded = succession.commanded(next);
        Deployment now = succession.over(commanded);
        reportOutdated(commanded, now);
        if (!now.isOutdated()) {
            bundles.deploy(now).forEach(trouble -> report(now, trouble));
            letThrough();
        }
    }

    private void change(ControlCommand command) throws Exception {
        ListChange change = ListRecords.toDomain(command);
        if (change.entry().isPresent()) {
            listed.put(change.id(), command);
        } else {
            listed.remove(change.id());
        }
        entries.change(change);
        lists = null;
    }

    /** An entry that an earlier version took and this one refuses is left out; it says so. */
    private void restore(ControlCommand command) {
        Optional<ListChange> change = ListRecords.kept(command);
        if (change.isEmpty()) {
            LOGGER.warn(
                    "This version cannot use an entry of the lists, which is left out: that of command {}",
                    TerminalText.escape(command.getCommandId(), Command.MOST_NAME_CHARS));
        }
        change.ifPresent(entries::change);
    }

    private PostingLists lists() {
        if (lists == null) {
            lists = entries.build();
        }
        return lists;
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        assessor.snapshot();
    }

    /** Version 0.1.0 kept waiting postings in decoded form. Only their records are needed. */
    private void takeOver(ListState<ReceivedPosting> decoded) throws Exception {
        for (ReceivedPosting received : decoded.get()) {
            waiting.add(received.getRecord());
        }
        decoded.clear();
    }

    /**
     * Says once what an upgrade has led to. All tasks find the same, so one of them speaks.
     *
     * @param commanded the deployment that commands have left
     * @param now the one that applies
     */
    private void reportOutdated(Deployment commanded, Deployment now) {
        boolean speaks = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
        if (commanded.isOutdated() && speaks && !outdatedIsReported) {
            String why = "the champion cannot be used: " + DeploymentRule.whyOutdated(commanded);
            String message = now.isOutdated()
                    ? "postings wait, because " + why
                            + ". A bundle of this version becomes the champion as soon as it is"
                            + " published: lurewatch control publish --bundle DIR"
                    : why + ". " + DeploymentRule.name(now.champion())
                            + " decides instead, as detection.successor says";
            LOGGER.warn(message);
            report(commanded, message);
        }
        outdatedIsReported = commanded.isOutdated();
    }

    private void report(Deployment of, String trouble) {
        output.collect(ControlOutputs.STATUS, new StreamRecord<>(ControlRecords.trouble(of, trouble, clock.instant())));
    }

    private void hold(SourceRecord record) throws Exception {
        waiting.add(record);
        waitingNow = waitingNow.with(record);
        if (waitingNow.bytes() > MOST_WAITING_BYTES) {
            throw new IllegalStateException(waitingNow.postings()
                    + " postings wait for a bundle, and there is no room for more: publish one on the control topic");
        }
    }

    /** Assesses all that waited, in the order in which it came, if there is a bundle now. */
    private void letThrough() throws Exception {
        if (!bundles.isReady() || waitingNow.postings() == 0) {
            return;
        }
        for (SourceRecord record : waiting.get()) {
            assessor.decodeAgain(record, rejects()).ifPresent(posting -> assess(record, posting));
        }
        waiting.clear();
        waitingNow = Waiting.NOTHING;
    }

    private void assess(SourceRecord record, JobPosting posting) {
        boolean forCanary = bundles.isForCanary(() -> WarningEncoder.warningId(posting.source(), posting.identifier()));
        assessor.assess(forCanary ? bundles.canary() : bundles.champion(), record, posting, rejects())
                .ifPresent(assessed -> {
                    output.collect(new StreamRecord<>(assessed));
                    if (!forCanary) {
                        bundles.shadow().ifPresent(shadow -> compare(assessed, shadow, posting));
                    }
                });
    }

    private Consumer<RejectedPosting> rejects() {
        return reject -> output.collect(Rejects.TAG, new StreamRecord<>(reject));
    }

    /** A shadow that fails on a posting gives no score for it; the champion's assessment has already gone out. */
    private void compare(AssessedPosting decided, Detector shadow, JobPosting posting) {
        try {
            output.collect(
                    ControlOutputs.SHADOW_SCORES,
                    new StreamRecord<>(ControlRecords.shadowScore(decided, shadow.assess(posting))));
        } catch (RuntimeException e) {
            LOGGER.warn(
                    "The shadow failed with {} over {}",
                    e.getClass().getSimpleName(),
                    decided.getAssessment().getWarningId());
        }
    }
}
