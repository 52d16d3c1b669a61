package org.lurewatch.job;

import java.nio.file.Path;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.config.JobConfig;

/**
 * Loads the model bundle on the machine that asks.
 *
 * @param directory the bundle's folder; a text, for a path cannot be sent to another machine
 */
record BundleSupplier(String directory) implements SerializableSupplier<Detector> {

    static BundleSupplier of(JobConfig config) {
        return new BundleSupplier(config.detection().bundle().toAbsolutePath().toString());
    }

    @Override
    public Detector get() {
        return BundleLoader.load(Path.of(directory));
    }
}
