package org.lurewatch.job.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.flink.util.function.SerializableSupplier;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.config.JobConfig;

/**
 * Loads the model bundle on the machine that asks. The tasks of one process share what was loaded, for it takes a second
 * and some memory; a bundle that was replaced since is loaded anew.
 *
 * @param directory the bundle's folder; a text, for a path cannot be sent to another machine
 * @param baseRate share of scams among the postings, or null for the bundle's own; no optional, for the same reason
 */
public record BundleSupplier(String directory, Double baseRate) implements SerializableSupplier<Detector> {
    private static Loaded last;

    static BundleSupplier of(JobConfig config) {
        return new BundleSupplier(
                config.detection().bundle().orElseThrow().toAbsolutePath().toString(),
                config.detection().baseRate().orElse(null));
    }

    @Override
    public Detector get() {
        synchronized (BundleSupplier.class) {
            byte[] manifest = manifest();
            if (last == null || !last.supplier.equals(this) || !Arrays.equals(last.manifest, manifest)) {
                last = new Loaded(this, manifest, load());
            }
            return last.detector;
        }
    }

    /** Names every file of the bundle by its digest; empty where it cannot be read, which loading will explain. */
    private byte[] manifest() {
        try {
            return Files.readAllBytes(Path.of(directory, BundleLoader.MANIFEST));
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private Detector load() {
        return BundleLoader.load(
                Path.of(directory), baseRate == null ? OptionalDouble.empty() : OptionalDouble.of(baseRate));
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by its owner
    private record Loaded(BundleSupplier supplier, byte[] manifest, Detector detector) {}
}
