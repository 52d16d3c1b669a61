package org.lurewatch.desk.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.examples.ExampleControl;
import org.lurewatch.detection.bundle.BundleLoader;

class PublishedBundleTest {
    private static final Path BASELINE = Path.of("..", "..", "models", "baseline");

    @TempDir
    private Path empty;

    @Test
    void theFirstPlaceThatHoldsTheBundleIsTaken() {
        String digest = BundleLoader.identify(BASELINE).digest();
        String place = BundlePlace.uri(BASELINE);

        PublishedBundle found =
                PublishedBundle.among(List.of("s3://bucket/b", BundlePlace.uri(empty), place), digest, "control");

        assertEquals(Optional.of(BASELINE.toAbsolutePath().normalize()), found.folder());
        assertEquals("assessed with the bundle that decided, which topic control says is at " + place, found.message());
    }

    @Test
    void aPlaceThatHoldsAnotherBundleIsNotTaken() {
        PublishedBundle missing =
                PublishedBundle.among(List.of(BundlePlace.uri(BASELINE), "s3://b\u001B/"), ExampleControl.A, "control");

        assertEquals(Optional.empty(), missing.folder());
        assertEquals(
                "topic control says it is at " + BundlePlace.uri(BASELINE) + ", where this machine does not find it",
                missing.message());
        assertEquals(
                "topic control says it is at s3://b\\u001B/, where this machine does not find it",
                PublishedBundle.among(List.of("s3://b\u001B/"), ExampleControl.A, "control")
                        .message());
    }

    @Test
    void whatWasNeverPublishedIsSaidToBeSo() {
        assertEquals(
                "topic control does not say where it lies",
                PublishedBundle.among(List.of(), ExampleControl.A, "control").message());
    }
}
