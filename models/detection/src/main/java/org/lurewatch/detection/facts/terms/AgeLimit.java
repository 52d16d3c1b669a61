package org.lurewatch.detection.facts.terms;

/**
 * Ages that a posting asks for.
 *
 * @param min youngest, or 0 where none is named
 * @param max oldest, or {@link #NO_UPPER_END}
 * @param start first unit in the comparable text
 * @param end one past the last unit in the comparable text
 */
public record AgeLimit(int min, int max, int start, int end) {
    /** Stands for "and older". */
    public static final int NO_UPPER_END = 999;
}
