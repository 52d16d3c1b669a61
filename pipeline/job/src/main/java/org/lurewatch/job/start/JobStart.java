package org.lurewatch.job.start;

import java.time.Clock;
import java.util.OptionalInt;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.graph.DetectionGraph;
import org.lurewatch.job.graph.JobGraph;

/** Starts the job: checks that everything it needs is there, then hands the graph to Flink. */
public final class JobStart {
    static final String NAME = "lurewatch";

    private JobStart() {}

    /**
     * Checks that everything the job needs is there, creating topics if it may, then runs the job until it ends.
     *
     * @param metricsPort where Prometheus finds the metrics if the job runs in this JVM; a cluster has its own settings
     * @param whenChecked run once all checks have passed
     * @throws StartException with every problem, if the job cannot start
     */
    static void run(JobConfig config, OptionalInt metricsPort, Runnable whenChecked) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(
                metricsPort.isPresent() ? FlinkSettings.of(config, metricsPort.getAsInt()) : FlinkSettings.of(config));
        StartChecks.check(config, env.getConfiguration());
        define(env, config);
        whenChecked.run();
        env.execute(NAME);
    }

    /**
     * Checks as {@link #run} does, then starts the job in the given environment and returns while it runs. The
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
        JobGraph.define(
                env, KafkaSourcesAndSinks.of(config), DecoderSupplier.of(config), detection(config, Clock.systemUTC()));
    }

    private static DetectionGraph detection(JobConfig config, Clock clock) {
        return config.control().enabled()
                ? DetectionGraph.commanded(KafkaSourcesAndSinks.control(config), clock)
                : DetectionGraph.by(
                        FetchedBundles.of(config),
                        DeploymentRecords.toAvro(FetchedBundles.firstDeployment(config)),
                        clock);
    }
}
