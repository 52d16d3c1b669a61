package org.lurewatch.job;

import java.time.Clock;
import java.util.OptionalInt;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.job.codec.PostingDecoder;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.DecodeFunction;
import org.lurewatch.job.operators.EventTime;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.job.operators.WarnFunction;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ReceivedPosting;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;

/** The Flink job: postings and reviews in; warnings, campaigns, trends and rejects out. */
public final class ScamDetectionJob {
    static final String NAME = "lurewatch";

    private ScamDetectionJob() {}

    /** Runs the job: {@code --config FILE [--verbose]}. */
    public static void main(String[] args) {
        RunCommand.runAndExit(args);
    }

    /**
     * Checks that everything the job needs is there, creating topics if it may, then runs it until it ends.
     *
     * @param metricsPort where Prometheus finds the metrics, if the job runs in this JVM; a cluster has its own settings
     * @param whenChecked run once nothing stands against the start
     * @throws StartException with every problem, where the job cannot start
     */
    static void run(JobConfig config, OptionalInt metricsPort, Runnable whenChecked) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(
                metricsPort.isPresent() ? FlinkSettings.of(config, metricsPort.getAsInt()) : FlinkSettings.of(config));
        StartChecks.check(config, env.getConfiguration());
        defineWorkflow(env, config);
        whenChecked.run();
        env.execute(NAME);
    }

    /**
     * Checks as {@link #run} does, then starts the job in the given environment and returns while it runs. The
     * environment takes on the settings that the job needs.
     *
     * @throws StartException with every problem, where the job cannot start
     */
    public static JobClient start(StreamExecutionEnvironment env, JobConfig config) throws Exception {
        env.configure(FlinkSettings.of(config));
        StartChecks.check(config, env.getConfiguration());
        defineWorkflow(env, config);
        return env.executeAsync(NAME);
    }

    private static void defineWorkflow(StreamExecutionEnvironment env, JobConfig config) {
        defineWorkflow(
                env, KafkaEnds.of(config), DecoderSupplier.of(config), DetectionGraph.of(config, Clock.systemUTC()));
    }

    /** The graph. It needs the settings of {@link FlinkSettings#safe()}. */
    static void defineWorkflow(
            StreamExecutionEnvironment env,
            JobEnds ends,
            SerializableSupplier<PostingDecoder> decoder,
            DetectionGraph detection) {
        TrustedClasses.register();

        DataStream<SourceRecord> records = env.fromSource(ends.postings(), WatermarkStrategy.noWatermarks(), "postings")
                .uid("postings");

        SingleOutputStreamOperator<ReceivedPosting> decoded =
                records.process(new DecodeFunction(decoder)).name("decode").uid("decode");

        DetectionGraph.Detected found = detection.define(env, decoded);
        // After detection, so that event time does not pass postings that wait for the first bundle.
        DataStream<AssessedPosting> detected = found.postings()
                .assignTimestampsAndWatermarks(EventTime.strategy())
                .name("event time")
                .uid("event-time");

        DataStream<RejectedPosting> rejects = decoded.getSideOutput(Rejects.TAG).union(found.rejects());

        DataStream<ScamWarning> warnings;
        if (ends.campaigns().isPresent()) {
            CampaignGraph memory = remember(env, detected, ends.campaigns().get());
            warnings = memory.warnings();
            rejects = rejects.union(memory.rejects());
        } else {
            warnings = detected.flatMap(new WarnFunction()).name("warn").uid("warn");
        }
        warnings.sinkTo(ends.warnings()).name("warnings").uid("warnings");

        ends.trends()
                .ifPresent(sink ->
                        TrendGraph.define(detected).sinkTo(sink).name("trends").uid("trends"));

        rejects.sinkTo(ends.rejects()).name("rejects").uid("rejects");
    }

    private static CampaignGraph remember(
            StreamExecutionEnvironment env, DataStream<AssessedPosting> detected, JobEnds.CampaignEnds ends) {
        DataStream<SourceRecord> reviews = env.fromSource(ends.reviews(), WatermarkStrategy.noWatermarks(), "reviews")
                .uid("reviews");
        CampaignGraph memory = CampaignGraph.of(detected, reviews, ends.settings());
        memory.campaigns().sinkTo(ends.campaigns()).name("campaigns").uid("campaigns");
        return memory;
    }
}
