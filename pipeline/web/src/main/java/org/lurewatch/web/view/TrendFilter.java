package org.lurewatch.web.view;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which counts are wanted. A count must fit each part; an empty part is fitted by all.
 *
 * @param since of a span that begins then or later
 * @param until of a span that begins before
 * @param hours how long the span is: 1 or 24
 * @param dimensions what is counted by, as on the wire, for example {@code SCAM_TYPE}
 * @param values of the dimension, for example {@code task_scam}
 */
public record TrendFilter(
        Optional<Instant> since,
        Optional<Instant> until,
        OptionalInt hours,
        Set<String> dimensions,
        Set<String> values) {
    /** Every count is wanted. */
    public static final TrendFilter ALL =
            new TrendFilter(Optional.empty(), Optional.empty(), OptionalInt.empty(), Set.of(), Set.of());

    public TrendFilter {
        dimensions = Set.copyOf(dimensions);
        values = Set.copyOf(values);
    }
}
