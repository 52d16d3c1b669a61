package org.lurewatch.detection.warning;

import java.util.Comparator;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Which of two warnings of one posting holds: the higher revision; where a running job and a history sweep gave two the
 * same number, the one assessed later.
 */
public final class WarningOrder {
    private static final Comparator<WarningVersion> ORDER =
            Comparator.comparingInt(WarningVersion::revision).thenComparing(WarningVersion::assessedAt);

    private WarningOrder() {}

    /** Chooses the one that holds: the second of two that are equal, and the second where the first is null. */
    public static <T> BinaryOperator<T> newer(Function<T, WarningVersion> version) {
        return (one, other) ->
                one == null || ORDER.compare(version.apply(other), version.apply(one)) >= 0 ? other : one;
    }
}
