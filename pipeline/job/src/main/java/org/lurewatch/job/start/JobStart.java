package org.lurewatch.job.start;

import java.time.Clock;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.graph.DetectionGraph;
import org.lurewatch.job.graph.JobGraph;
import org.lurewatch.job.graph.SourcesAndSinks;

/** Starts the job: checks that everything it needs is there, then hands the graph to Flink. */
public final class JobStart {
    static final String NAME = "lurewatch";

    private JobStart() {}

    /**
     * Checks that everything the job needs is there, creating topics if it may, then hands it to the cluster that this
     * program was submitted to, and returns when that does.
     *
     * @throws StartException with every problem, if the job cannot start
     */
    static void onCluster(JobConfig config) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(FlinkSettings.of(config));
        StartChecks.check(config, env.getConfiguration());
        define(env, config);
        env.execute(NAME);
    }

    /**
     * Checks the same, then runs the job in this JVM until it ends, going on from what the last run of its group has left.
     *
     * @param metricsPort where Prometheus finds the metrics
     * @param say receives a line on what it goes on from, and one when all checks have passed
     * @throws StartException with every problem, if the job cannot start
     */
    static void here(JobConfig config, OptionalInt metricsPort, Beginning beginning, Consumer<String> say)
            throws Exception {
        Configuration settings =
                metricsPort.isPresent() ? FlinkSettings.of(config, metricsPort.getAsInt()) : FlinkSettings.of(config);
        StartChecks.check(config, settings);
        new LocalRun(config, settings, Clock.systemUTC(), say).run(beginning);
    }

    /**
     * Checks as {@link #here} does, then starts the job in the given environment and returns while it runs. The
     * settings that the job needs are added to the environment.
     *
     * @throws StartException with every problem, if the job cannot start
     */
    public static JobClient start(StreamExecutionEnvironment env, JobConfig config) throws Exception {
        env.configure(FlinkSettings.of(config));
        StartChecks.check(config, env.getConfiguration());
        define(env, config);
        return env.executeAsync(NAME);
    }

    static void define(StreamExecutionEnvironment env, JobConfig config) {
        define(env, config, TransactionNames.of(config.kafka().groupId()));
    }

    static void define(StreamExecutionEnvironment env, JobConfig config, TransactionNames transactions) {
        define(env, config, KafkaSourcesAndSinks.of(config, transactions), transactions);
    }

    static void define(
            StreamExecutionEnvironment env, JobConfig config, SourcesAndSinks external, TransactionNames transactions) {
        DetectionGraph detection = config.control().enabled()
                ? commanded(config, transactions)
                : DetectionGraph.by(
                        FetchedBundles.of(config),
                        DeploymentRecords.toAvro(FetchedBundles.firstDeployment(config)),
                        Clock.systemUTC());
        JobGraph.define(env, external, DecoderSupplier.of(config, Clock.systemUTC()), detection);
    }

    /** The graph with control, whether the settings have it or not. */
    static void defineCommanded(StreamExecutionEnvironment env, JobConfig config, SourcesAndSinks external) {
        TransactionNames transactions = TransactionNames.of(config.kafka().groupId());
        JobGraph.define(env, external, DecoderSupplier.of(config, Clock.systemUTC()), commanded(config, transactions));
    }

    private static DetectionGraph commanded(JobConfig config, TransactionNames transactions) {
        return DetectionGraph.commanded(KafkaSourcesAndSinks.control(config, transactions), Clock.systemUTC());
    }
}
