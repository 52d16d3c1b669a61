package org.lurewatch.job;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.config.JobConfig;

/**
 * Loads the model bundle on the machine that asks.
 *
 * @param directory the bundle's folder; a text, for a path cannot be sent to another machine
 * @param baseRate share of scams among the postings, or null for the bundle's own; no optional, for the same reason
 */
record BundleSupplier(String directory, Double baseRate) implements SerializableSupplier<Detector> {

    static BundleSupplier of(JobConfig config) {
        return new BundleSupplier(
                config.detection().bundle().toAbsolutePath().toString(),
                config.detection().baseRate().orElse(null));
    }

    @Override
    public Detector get() {
        return BundleLoader.load(
                Path.of(directory), baseRate == null ? OptionalDouble.empty() : OptionalDouble.of(baseRate));
    }
}
