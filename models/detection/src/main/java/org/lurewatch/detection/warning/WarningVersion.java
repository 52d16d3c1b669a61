package org.lurewatch.detection.warning;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * What tells the warnings of one posting apart.
 *
 * @param revision its number, from 1
 * @param assessedAt when the posting was assessed
 */
public record WarningVersion(int revision, Instant assessedAt) {
    private static final Comparator<WarningVersion> ORDER =
            Comparator.comparingInt(WarningVersion::revision).thenComparing(WarningVersion::assessedAt);

    public WarningVersion {
        Objects.requireNonNull(assessedAt);
    }

    /**
     * Whether this warning holds in place of the other one: it has the higher revision or, where a running job and a
     * history sweep gave two the same number, was assessed later.
     */
    public boolean isNewerThan(WarningVersion other) {
        return ORDER.compare(this, other) > 0;
    }
}
