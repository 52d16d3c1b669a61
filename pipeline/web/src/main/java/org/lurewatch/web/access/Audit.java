package org.lurewatch.web.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Where it is written down who did, saw and revealed what. What cannot be written down is not done: an entry is made
 * before what it tells of.
 */
@FunctionalInterface
public interface Audit {
    /**
     * Writes an entry down; it is safe when this returns.
     *
     * @throws RuntimeException where it could not be
     */
    void record(AuditEntry entry);

    /** The same, of now. */
    default void record(Clock clock, Caller who, String action, String subject) {
        record(new AuditEntry(Instant.now(clock), who.name(), action, subject));
    }

    /** One that is kept in a file, a line of JSON for each entry. */
    static Audit toFile(Path file) {
        return new AuditFile(file);
    }

    /** One whose entries are handed on as JSON, for example to a topic. @param send returns once a line is safe */
    static Audit to(Consumer<String> send) {
        Objects.requireNonNull(send);
        return entry -> send.accept(AuditFile.line(entry));
    }
}
