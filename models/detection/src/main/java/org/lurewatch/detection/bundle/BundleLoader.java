package org.lurewatch.detection.bundle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lurewatch.detection.assess.Detector;

/** Reads a model bundle from a folder: the only way to a detector. */
public final class BundleLoader {
    private BundleLoader() {}

    /**
     * Loads a bundle and checks every digest in its manifest.
     *
     * @param directory folder with {@code manifest.json} and the files it names
     * @throws BundleException with every problem, where the bundle is missing, damaged or of an unknown format
     */
    public static Detector load(Path directory) {
        if (!Files.isRegularFile(directory.resolve("manifest.json"))) {
            throw new BundleException(
                    List.of("there is no model bundle in " + directory + ": manifest.json is missing"));
        }
        throw new BundleException(List.of("bundles cannot be read yet"));
    }
}
