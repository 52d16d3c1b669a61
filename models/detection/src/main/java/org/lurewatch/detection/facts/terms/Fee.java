package org.lurewatch.detection.facts.terms;

import java.util.Objects;

/**
 * What a posting says about money that the applicant would pay.
 *
 * @param direction whether it is asked for or ruled out
 * @param amount the sum; NaN where none is named
 * @param currency ISO 4217 code, or null where the text does not say
 * @param start first unit in the comparable text
 * @param end one past the last unit in the comparable text
 */
public record Fee(Direction direction, double amount, String currency, int start, int end) {

    /** Who pays. */
    public enum Direction {
        ASKED,
        /** The posting says that nothing is to be paid, or that the employer pays. */
        RULED_OUT
    }

    public Fee {
        Objects.requireNonNull(direction, "direction");
    }
}
