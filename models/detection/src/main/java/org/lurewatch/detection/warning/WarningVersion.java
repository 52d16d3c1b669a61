package org.lurewatch.detection.warning;

import java.time.Instant;
import java.util.Objects;

/**
 * What tells the warnings of one posting apart.
 *
 * @param revision its number, from 1
 * @param assessedAt when the posting was assessed
 */
public record WarningVersion(int revision, Instant assessedAt) {
    public WarningVersion {
        Objects.requireNonNull(assessedAt);
    }
}
