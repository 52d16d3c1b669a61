package org.lurewatch.web.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;

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

    /** The newest entries, the newest first; none where it cannot be read back. @param most how many at most */
    default List<AuditEntry> newest(int most) {
        return List.of();
    }

    /** Writes down what is done now. */
    default void record(Clock clock, Caller who, String action, String subject) {
        record(new AuditEntry(Instant.now(clock), who.name(), action, subject));
    }

    /** One that is kept in a file, a line of JSON for each entry. */
    static Audit toFile(Path file) {
        return new AuditFile(file);
    }

    /**
     * One whose entries are handed on as JSON, for example to a topic.
     *
     * @param send returns once a line is safe
     * @param newest the newest lines, up to so many, the newest first
     */
    static Audit to(Consumer<String> send, IntFunction<List<String>> newest) {
        Objects.requireNonNull(send);
        Objects.requireNonNull(newest);
        return new Audit() {
            @Override
            public void record(AuditEntry entry) {
                send.accept(AuditFile.line(entry));
            }

            @Override
            public List<AuditEntry> newest(int most) {
                return AuditFile.entries(newest.apply(most)).toList();
            }
        };
    }
}
