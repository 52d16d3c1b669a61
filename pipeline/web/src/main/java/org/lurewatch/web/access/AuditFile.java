package org.lurewatch.web.access;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** An audit in a file that only grows. Each entry is on the disk before the next begins. */
final class AuditFile implements Audit {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    AuditFile(Path file) {
        this.file = Objects.requireNonNull(file);
    }

    @Override
    public synchronized void record(AuditEntry entry) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer line = ByteBuffer.wrap((line(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("the audit " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    static String line(AuditEntry entry) {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", entry.at().toString());
        line.put("who", entry.who());
        line.put("action", entry.action());
        line.put("subject", entry.subject());
        return line.toString();
    }
}
