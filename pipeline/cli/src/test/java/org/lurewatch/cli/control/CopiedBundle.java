package org.lurewatch.cli.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lurewatch.detection.bundle.BundleLoader;

/** Bundles that score like another one, but are not it. */
final class CopiedBundle {
    private CopiedBundle() {}

    /** Copies a bundle into a folder that is created, with another version and so another digest. */
    static Path of(Path bundle, Path folder) throws IOException {
        Files.createDirectory(folder);
        List<Path> files;
        try (Stream<Path> all = Files.list(bundle)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        Path manifest = folder.resolve(BundleLoader.MANIFEST);
        String version = BundleLoader.identify(bundle).version();
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"" + version + "\"", "\"" + version + "-copy\""));
        return folder;
    }
}
