package org.lurewatch.job.operators.control;

import java.time.Clock;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.job.operators.PostingAssessor;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;

/** Assesses postings with the champion of a fixed deployment; what cannot be assessed goes to {@link Rejects#TAG}. */
public final class DetectFunction extends ProcessFunction<SourceRecord, AssessedPosting>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    static {
        TrustedClasses.register();
    }

    private final SerializableSupplier<PostingDecoder> decoder;
    private final BundleStore store;
    private final DeploymentRecord deployment;
    private final Clock clock;
    private transient BundlesAtWork bundles;
    private transient PostingAssessor assessor;

    /**
     * @param deployment whose champion decides; it must have one
     * @param clock gives the time when a posting is assessed; must be serialisable, as the JDK's clocks are
     */
    public DetectFunction(
            SerializableSupplier<PostingDecoder> decoder, BundleStore store, DeploymentRecord deployment, Clock clock) {
        if (deployment.getChampion().isEmpty()) {
            throw new IllegalArgumentException("nobody decides: the deployment has no champion");
        }
        this.decoder = decoder;
        this.store = store;
        this.deployment = deployment;
        this.clock = clock;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        assessor = PostingAssessor.open(getRuntimeContext().getMetricGroup(), context, decoder.get(), clock);
    }

    @Override
    public void open(OpenContext openContext) {
        bundles = BundlesAtWork.start(store, DeploymentRecords.toDomain(deployment));
    }

    @Override
    public void processElement(SourceRecord record, Context context, Collector<AssessedPosting> out) {
        Consumer<RejectedPosting> rejects = reject -> context.output(Rejects.TAG, reject);
        assessor.decode(record, rejects)
                .flatMap(posting -> assessor.assess(bundles.champion(), record, posting, rejects))
                .ifPresent(out::collect);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        assessor.snapshot();
    }
}
