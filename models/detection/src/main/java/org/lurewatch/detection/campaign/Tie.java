package org.lurewatch.detection.campaign;

import java.util.Objects;

/**
 * Two postings that come from the same people.
 *
 * @param link key of what they share
 * @param kind what they share
 * @param earlier the older one by event time
 * @param later the other one
 * @param similarity how much of their text is the same, 0 to 1; 0 where one is too short to compare
 */
public record Tie(String link, LinkKind kind, Sighting earlier, Sighting later, double similarity) {
    public Tie {
        Objects.requireNonNull(link);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(earlier);
        Objects.requireNonNull(later);
    }

    /** Whether their texts are known to be different ones. */
    boolean readDifferently() {
        return !earlier.signature().isEmpty() && !later.signature().isEmpty() && similarity < LinkRule.SAME_TEXT;
    }

    static Tie of(String link, LinkKind kind, Sighting one, Sighting other, double similarity) {
        return one.isBefore(other)
                ? new Tie(link, kind, one, other, similarity)
                : new Tie(link, kind, other, one, similarity);
    }
}
