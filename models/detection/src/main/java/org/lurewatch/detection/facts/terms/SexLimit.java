package org.lurewatch.detection.facts.terms;

import java.util.Objects;
import org.lurewatch.detection.facts.words.Sex;

/**
 * The one sex that a posting asks for.
 *
 * @param sex which
 * @param start first unit in the comparable text
 * @param end one past the last unit in the comparable text
 */
public record SexLimit(Sex sex, int start, int end) {

    public SexLimit {
        Objects.requireNonNull(sex, "sex");
    }
}
