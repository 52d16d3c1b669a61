package org.lurewatch.job.resume;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/**
 * A file of a few lines on one of Flink's file systems.
 *
 * @param path where it is
 */
record SmallFile(Path path) implements LeaseFile {
    private static final int MOST_BYTES = 64 << 10;

    /** What it says, or nothing where it does not exist. @throws IOException also where it is far too long */
    @Override
    public Optional<String> read() throws IOException {
        FileSystem files = path.getFileSystem();
        try {
            if (!files.exists(path)) {
                return Optional.empty();
            }
            try (FSDataInputStream in = files.open(path)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw new IOException(path + " is larger than " + MOST_BYTES + " bytes");
                }
                return Optional.of(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Writes it if it does not exist. @return whether it was written */
    @Override
    public boolean create(String text) throws IOException {
        FileSystem files = path.getFileSystem();
        if (files.exists(path)) {
            return false;
        }
        try {
            write(path, text, WriteMode.NO_OVERWRITE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Writes it in place of what it said. On a local disk a reader sees the one or the other. */
    @Override
    public void replace(String text) throws IOException {
        FileSystem files = path.getFileSystem();
        files.mkdirs(path.getParent());
        if (files.isDistributedFS()) {
            // Object stores show a file when it is written to its end, and have no other way to replace one at once.
            write(path, text, WriteMode.OVERWRITE);
            return;
        }
        Path beside = path.suffix(".new");
        write(beside, text, WriteMode.OVERWRITE);
        Files.move(
                java.nio.file.Path.of(beside.getPath()),
                java.nio.file.Path.of(path.getPath()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete() throws IOException {
        path.getFileSystem().delete(path, false);
    }

    private static void write(Path path, String text, WriteMode mode) throws IOException {
        FileSystem files = path.getFileSystem();
        files.mkdirs(path.getParent());
        try (OutputStream out = files.create(path, mode)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
