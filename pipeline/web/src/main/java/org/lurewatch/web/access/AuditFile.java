package org.lurewatch.web.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** An audit in a file that only grows. Each entry is on the disk before the next begins. */
final class AuditFile implements Audit {
    private static final JsonMapper JSON = new JsonMapper();

    /** Bytes at the file's end of which the newest entries are found; as many as thousands of them take. */
    private static final int MOST_READ = 1 << 20;

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

    @Override
    public synchronized List<AuditEntry> newest(int most) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(0, channel.size() - MOST_READ);
            ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - start));
            while (end.hasRemaining() && channel.read(end, start + end.position()) >= 0) {
                // Reads on.
            }
            List<String> lines = new ArrayList<>(
                    new String(end.array(), StandardCharsets.UTF_8).lines().toList());
            if (start > 0) {
                lines.remove(0);
            }
            Collections.reverse(lines);
            return entries(lines).limit(most).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the audit " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What lines say; one that was cut off, when the machine went down, says nothing. */
    static Stream<AuditEntry> entries(List<String> lines) {
        return lines.stream().flatMap(line -> entry(line).stream());
    }

    private static Optional<AuditEntry> entry(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            return Optional.of(new AuditEntry(
                    Instant.parse(entry.path("at").asText()),
                    entry.path("who").asText(),
                    entry.path("action").asText(),
                    entry.path("subject").asText()));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
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
