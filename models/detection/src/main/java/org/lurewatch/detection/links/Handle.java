package org.lurewatch.detection.links;

import java.util.Objects;

/**
 * A contact in its normalised spelling.
 *
 * @param kind how it is reached
 * @param value the spelling, never empty, at most {@link #LONGEST} units
 */
public record Handle(HandleKind kind, String value) {
    /** A bound, so that a hostile posting cannot fill the state. */
    public static final int LONGEST = 100;

    public Handle {
        Objects.requireNonNull(kind);
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a handle has 1 to " + LONGEST + " units, not " + value.length());
        }
    }
}
