package org.lurewatch.job.start;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleException;
import org.lurewatch.detection.bundle.BundleLoader;

class BundleSupplierTest {
    private static final Path BASELINE = Path.of("../../models/baseline");

    @TempDir
    private Path folder;

    @Test
    void sharesOneDetectorUntilTheBundleOrTheBaseRateChanges() throws IOException {
        copyBaseline();
        Detector first = new BundleSupplier(folder.toString(), null).get();
        assertSame(first, new BundleSupplier(folder.toString(), null).get());

        Detector otherRate = new BundleSupplier(folder.toString(), 0.5).get();
        assertNotSame(first, otherRate);

        Path manifest = folder.resolve(BundleLoader.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest) + " ");
        assertNotSame(otherRate, new BundleSupplier(folder.toString(), 0.5).get());
    }

    @Test
    void explainsABundleThatWentAwayThoughItWasLoadedBefore() throws IOException {
        copyBaseline();
        BundleSupplier supplier = new BundleSupplier(folder.toString(), null);
        supplier.get();
        Files.delete(folder.resolve(BundleLoader.MANIFEST));
        assertThrows(BundleException.class, supplier::get);
    }

    private void copyBaseline() throws IOException {
        try (Stream<Path> files = Files.list(BASELINE)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
