package org.lurewatch.desk.output;

import java.time.Instant;
import java.util.Comparator;

/**
 * Which of several records of one thing holds: the one with the highest revision and, of two with the same, the later.
 *
 * @param revision its number, from 1
 * @param at when it was made
 */
record Version(int revision, Instant at) implements Comparable<Version> {
    private static final Comparator<Version> ORDER =
            Comparator.comparingInt(Version::revision).thenComparing(Version::at);

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
