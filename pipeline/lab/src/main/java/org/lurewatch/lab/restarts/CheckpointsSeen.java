package org.lurewatch.lab.restarts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The checkpoints of a run as they lie on this machine's disk.
 *
 * @param folder of the run
 */
record CheckpointsSeen(Path folder) {
    private static final String PREFIX = "chk-";
    private static final String METADATA = "_metadata";

    /** The number of the newest that is finished, 0 before the first. */
    long finished() {
        return newest(true);
    }

    /** The number of the newest that has begun, 0 before the first. */
    long begun() {
        return newest(false);
    }

    private long newest(boolean onlyFinished) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .filter(file -> !onlyFinished || Files.exists(file.resolve(METADATA)))
                    .mapToLong(
                            file -> Long.parseLong(file.getFileName().toString().substring(PREFIX.length())))
                    .max()
                    .orElse(0);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
