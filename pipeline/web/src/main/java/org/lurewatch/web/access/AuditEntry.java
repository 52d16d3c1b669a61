package org.lurewatch.web.access;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that somebody did or saw.
 *
 * @param who the caller, by name
 * @param action for example {@code contacts-shown}
 * @param subject what it was done to, for example a warning's identifier
 */
public record AuditEntry(Instant at, String who, String action, String subject) {
    public AuditEntry {
        Objects.requireNonNull(at);
        Objects.requireNonNull(who);
        Objects.requireNonNull(action);
        Objects.requireNonNull(subject);
    }
}
