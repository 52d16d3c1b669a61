package org.lurewatch.detection.facts;

import java.util.Objects;

/**
 * The one sex that a posting asks for.
 *
 * @param sex which
 * @param start first unit in the comparable text
 * @param end one past the last unit in the comparable text
 */
public record SexLimit(Sex sex, int start, int end) {

    /** As far as postings name them. */
    public enum Sex {
        FEMALE,
        MALE
    }

    public SexLimit {
        Objects.requireNonNull(sex, "sex");
    }
}
