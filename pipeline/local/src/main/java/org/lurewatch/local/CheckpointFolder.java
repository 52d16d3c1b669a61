package org.lurewatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/**
 * A folder for the checkpoints of a job on this machine alone, deleted at the end.
 *
 * @param path where it is
 */
record CheckpointFolder(Path path) implements AutoCloseable {

    static CheckpointFolder create() throws IOException {
        return new CheckpointFolder(Files.createTempDirectory("lurewatch-checkpoints"));
    }

    String uri() {
        return path.toUri().toString();
    }

    @Override
    public void close() throws IOException {
        FileUtils.deleteDirectory(path.toFile());
    }
}
