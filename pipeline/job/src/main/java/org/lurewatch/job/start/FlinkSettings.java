package org.lurewatch.job.start;

import java.util.Locale;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.lurewatch.job.config.Delivery;
import org.lurewatch.job.config.JobConfig;

/**
 * The Flink settings that the job needs. See RATIONALE.md, "Flink reuses objects".
 * See RATIONALE.md, "With RocksDB, checkpoints are incremental".
 */
public final class FlinkSettings {
    /**
     * An option of RocksDB, given by name because the job does not depend on RocksDB's classes. Most links and postings
     * are looked up once and are not there: a Bloom filter says so without reading the disk.
     */
    private static final String BLOOM_FILTER = "state.backend.rocksdb.use-bloom-filter";

    private static final String REPORTER = "metrics.reporter.prom.";

    private FlinkSettings() {}

    static Configuration of(JobConfig config) {
        Configuration settings = safe();
        settings.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL, config.checkpoint().interval());
        settings.set(
                CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE,
                config.delivery() == Delivery.EXACTLY_ONCE
                        ? CheckpointingMode.EXACTLY_ONCE
                        : CheckpointingMode.AT_LEAST_ONCE);
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        // RocksDB then writes only what is new since the last checkpoint, not everything that is remembered. State in
        // memory is always written in full.
        settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        settings.setString(BLOOM_FILTER, "true");
        config.checkpoint().directory().ifPresent(directory -> {
            settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory);
        });
        config.checkpoint()
                .backend()
                .ifPresent(backend -> settings.set(
                        StateBackendOptions.STATE_BACKEND, backend.name().toLowerCase(Locale.ROOT)));
        config.parallelism().ifPresent(parallelism -> settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism));
        return settings;
    }

    /**
     * The same for a job that runs in this JVM and reports its metrics to Prometheus.
     *
     * @param metricsPort port where Prometheus reads them, on every address of this machine
     */
    static Configuration of(JobConfig config, int metricsPort) {
        Configuration settings = of(config);
        settings.setString(REPORTER + "factory.class", "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
        settings.setString(REPORTER + "port", String.valueOf(metricsPort));
        // The bounds of distributions are labels, and would otherwise lose their decimal points.
        settings.setString(REPORTER + "filterLabelValueCharacters", "false");
        settings.setString(REPORTER + "scope.variables.excludes", "task_attempt_id;task_attempt_num");
        return settings;
    }

    /** Without these a later version could not take over the state of this one, or would have to guess its types. */
    public static Configuration safe() {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        // None of the job's operators keeps or changes a record that it has passed on, so chained ones need no copies.
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        return settings;
    }
}
