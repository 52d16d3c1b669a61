package org.lurewatch.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;

/** A variant's settings. */
final class BenchJob {
    private BenchJob() {}

    /**
     * The settings of a job that reads from a topic of a broker.
     *
     * @param run begins the names of what belongs to this run alone
     */
    static JobConfig config(
            BenchVariant variant, String run, String bootstrapServers, String postings, Path bundle, String backend) {
        boolean remembering = variant.kind() == BenchVariant.Kind.REMEMBERING;
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
                            "BACKEND",
                            backend,
                            "BUNDLE",
                            bundle.toAbsolutePath().toString(),
                            "REMEMBERS",
                            String.valueOf(remembering),
                            "PARALLELISM",
                            String.valueOf(variant.parallelism())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
