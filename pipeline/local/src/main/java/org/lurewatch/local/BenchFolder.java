package org.lurewatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/**
 * A folder for the checkpoints of a measured job, deleted at the end.
 *
 * @param path where it is
 */
record BenchFolder(Path path) implements AutoCloseable {

    static BenchFolder create() throws IOException {
        return new BenchFolder(Files.createTempDirectory("lurewatch-bench"));
    }

    String uri() {
        return path.toUri().toString();
    }

    @Override
    public void close() throws IOException {
        FileUtils.deleteDirectory(path.toFile());
    }
}
