package org.lurewatch.job.graph;

import java.time.Clock;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.codec.BundleTallies;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.detection.deployment.VetoLimits;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.job.operators.control.BundleStore;
import org.lurewatch.job.operators.control.ControlFunction;
import org.lurewatch.job.operators.control.ControlOutputs;
import org.lurewatch.job.operators.control.ControlledDetectOperator;
import org.lurewatch.job.operators.control.DecodeCommandFunction;
import org.lurewatch.job.operators.control.Succession;
import org.lurewatch.job.operators.control.TallyOperator;
import org.lurewatch.job.operators.control.WatchFunction;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.BundleTally;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.SourceRecord;

/**
 * Detection in which commands say which bundle decides: commands become deployments and lists, which are sent to all
 * detecting tasks, and the bundles' decisions are watched. See RATIONALE.md, "With control, there is a hop before detection".
 *
 * @param detected every assessed posting
 * @param statuses what became of commands, and reports on the bundles in use
 * @param shadowScores what champion and shadow say of the same postings
 * @param vetoes commands that roll a bundle back, to be sent to the control topic like all commands
 * @param rejects records that could not be assessed, and records on the control topic that are not commands
 */
public record ControlGraph(
        DataStream<AssessedPosting> detected,
        DataStream<ControlStatus> statuses,
        DataStream<ShadowScore> shadowScores,
        DataStream<ControlCommand> vetoes,
        DataStream<RejectedPosting> rejects) {
    private static final String ONE_DEPLOYMENT = "deployment";

    /**
     * Settings of this part.
     *
     * @param store where bundles are fetched from
     * @param succession which bundle decides where commands do not say so
     * @param limits when a new bundle is rolled back
     */
    public record Settings(BundleStore store, Succession succession, VetoLimits limits) {}

    /**
     * Adds it to a graph.
     *
     * @param postings records with postings; they need no event time
     * @param decoder reads postings from them
     * @param records records of the control topic, in their order; they need no event time
     */
    static ControlGraph of(
            DataStream<SourceRecord> postings,
            SerializableSupplier<PostingDecoder> decoder,
            DataStream<SourceRecord> records,
            Settings settings,
            Clock clock) {
        SingleOutputStreamOperator<ControlCommand> commands = records.process(new DecodeCommandFunction())
                .setParallelism(1)
                .name("decode commands")
                .uid("decode-commands");
        SingleOutputStreamOperator<DeploymentRecord> deployments = commands.keyBy(command -> ONE_DEPLOYMENT)
                .process(new ControlFunction(settings.store(), settings.succession(), clock))
                .setParallelism(1)
                .name("control")
                .uid("control");
        SingleOutputStreamOperator<AssessedPosting> detected = postings.connect(
                        deployments.getSideOutput(ControlOutputs.NEWS).broadcast())
                .transform(
                        "detect",
                        new AvroTypeInfo<>(AssessedPosting.class),
                        new ControlledDetectOperator(decoder, settings.store(), settings.succession(), clock))
                .uid("detect");
        DataStream<ShadowScore> shadowScores = detected.getSideOutput(ControlOutputs.SHADOW_SCORES);
        SingleOutputStreamOperator<ControlStatus> watch = deployments
                .connect(tallies(detected, shadowScores))
                .keyBy(deployment -> ONE_DEPLOYMENT, tally -> ONE_DEPLOYMENT)
                .process(new WatchFunction(settings.limits(), settings.succession(), clock))
                .setParallelism(1)
                .name("watch")
                .uid("watch");
        return new ControlGraph(
                detected,
                deployments
                        .getSideOutput(ControlOutputs.STATUS)
                        .union(detected.getSideOutput(ControlOutputs.STATUS), watch),
                shadowScores,
                watch.getSideOutput(ControlOutputs.VETOES),
                detected.getSideOutput(Rejects.TAG).union(commands.getSideOutput(Rejects.TAG)));
    }

    private static DataStream<BundleTally> tallies(
            DataStream<AssessedPosting> detected, DataStream<ShadowScore> shadowScores) {
        AvroTypeInfo<BundleTally> type = new AvroTypeInfo<>(BundleTally.class);
        DataStream<BundleTally> decided = detected.map(BundleTallies::of, type)
                .name("decisions")
                .uid("decisions")
                .transform("decision tallies", type, new TallyOperator())
                .uid("decision-tallies");
        DataStream<BundleTally> compared = shadowScores
                .map(BundleTallies::of, type)
                .name("comparisons")
                .uid("comparisons")
                .transform("comparison tallies", type, new TallyOperator())
                .uid("comparison-tallies");
        return decided.union(compared);
    }
}
