package org.lurewatch.job.resume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to run, as a lock on a file, which the system takes back when the process ends in whatever way. */
final class LocalLock implements AutoCloseable {
    /** A channel that is closed gives up what other channels of this process hold on the same file. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private LocalLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Locks a file, which is made if it is missing.
     *
     * @param owner what others are told about who has it, in one line
     * @return nothing, if another has it
     */
    static Optional<LocalLock> take(Path file, String owner) throws IOException {
        Files.createDirectories(file.getParent());
        Path key = file.getParent().toRealPath().resolve(file.getFileName());
        if (!HELD_HERE.add(key)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(key, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                return Optional.empty();
            }
            channel.truncate(0).write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.UTF_8)));
            return Optional.of(new LocalLock(key, channel));
        } finally {
            if (lock == null) {
                HELD_HERE.remove(key);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /** Unlocks it. The file stays: whoever deleted it could delete the one that the next has just locked. */
    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
