package org.lurewatch.codec;

import java.util.Comparator;
import org.lurewatch.schemas.ScamWarning;

/**
 * Which of two warnings of one posting holds: the higher revision; where a running job and a history sweep gave two the
 * same number, the one assessed later.
 */
public final class WarningOrder {
    private static final Comparator<ScamWarning> ORDER =
            Comparator.comparing(ScamWarning::getRevision).thenComparing(ScamWarning::getAssessedAt);

    private WarningOrder() {}

    /** The one that holds; the second of two that are equal, and the second where the first is null. */
    public static ScamWarning newer(ScamWarning one, ScamWarning other) {
        return one == null || ORDER.compare(other, one) >= 0 ? other : one;
    }
}
