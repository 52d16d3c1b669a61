package org.lurewatch.desk.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundlePlaceTest {
    @Test
    void aFolderAndItsUriLeadToEachOtherWhateverItsName() {
        Path folder = Path.of("/bundles/of June, 50% é#?");

        assertEquals("file:///bundles/of June, 50% é#?", BundlePlace.uri(folder));
        assertEquals(Optional.of(folder), BundlePlace.folder(BundlePlace.uri(folder)));
        assertEquals("file:///b", BundlePlace.uri(Path.of("/a/../b")));
    }

    @Test
    void aPlaceOfThisMachineMayBeGivenAsAPathOrInTheShortForm() {
        assertEquals(Optional.of(Path.of("models/baseline")), BundlePlace.folder("models/baseline"));
        assertEquals(Optional.of(Path.of("/b")), BundlePlace.folder("file:/b"));
        assertEquals(Optional.of(Path.of("a/b:c")), BundlePlace.folder("a/b:c"));
    }

    @Test
    void otherMachinesAreNotThisOne() {
        assertEquals(Optional.empty(), BundlePlace.folder("s3://bucket/b"));
        assertEquals(Optional.empty(), BundlePlace.folder("file://server/b"));
        assertEquals(Optional.empty(), BundlePlace.folder("file:///a\0b"));
    }
}
