package org.lurewatch.lab.minicluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/**
 * A folder for the checkpoints of a job on this machine alone, deleted at the end.
 *
 * @param path where it is
 */
public record CheckpointFolder(Path path) implements AutoCloseable {

    /** A new one, which goes again when it is closed. */
    public static CheckpointFolder create() throws IOException {
        return new CheckpointFolder(Files.createTempDirectory("lurewatch-checkpoints"));
    }

    /** Where it lies, for {@code checkpoint.directory}. */
    public String uri() {
        return path.toUri().toString();
    }

    @Override
    public void close() throws IOException {
        FileUtils.deleteDirectory(path.toFile());
    }
}
