package org.lurewatch.lab.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;

/**
 * The measured job.
 *
 * @param bootstrapServers its broker
 * @param bundle the model that decides
 * @param backend where state lies: hashmap or rocksdb
 * @param checkpointInterval such as 1s
 * @param checkpoints folder for checkpoints; empty: in memory
 */
public record BenchJob(
        String bootstrapServers, Path bundle, String backend, String checkpointInterval, String checkpoints) {

    /**
     * The settings of a variant.
     *
     * @param run begins the names of what belongs to this run alone
     * @param postings the topic that it reads
     */
    public JobConfig config(BenchVariant variant, String run, String postings) {
        try (InputStream yaml = BenchJob.class.getResourceAsStream("bench.yaml")) {
            return ConfigReader.parse(
                    new String(yaml.readAllBytes(), StandardCharsets.UTF_8),
                    Map.of(
                            "BOOTSTRAP_SERVERS",
                            bootstrapServers,
                            "RUN",
                            run + variant.id(),
                            "POSTINGS",
                            postings,
                            "DELIVERY",
                            variant.delivery(),
                            "INTERVAL",
                            checkpointInterval,
                            "CHECKPOINTS",
                            checkpoints,
                            "BACKEND",
                            backend,
                            "BUNDLE",
                            bundle.toAbsolutePath().toString(),
                            "REMEMBERS",
                            String.valueOf(variant.kind() == BenchVariant.Kind.REMEMBERING),
                            "PARALLELISM",
                            String.valueOf(variant.parallelism())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
