package org.lurewatch.detection.warning;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WarningOrderTest {
    private static final BinaryOperator<WarningVersion> NEWER = WarningOrder.newer(Function.identity());

    @Test
    void ofTwoWarningsTheHigherRevisionHoldsAndOfTwoAlikeTheOneAssessedLater() {
        WarningVersion first = new WarningVersion(1, Instant.EPOCH.plusSeconds(1));
        WarningVersion second = new WarningVersion(2, Instant.EPOCH);
        WarningVersion alsoSecond = new WarningVersion(2, Instant.EPOCH.plusMillis(1));

        assertSame(second, NEWER.apply(second, first));
        assertSame(second, NEWER.apply(first, second));
        assertSame(alsoSecond, NEWER.apply(alsoSecond, second));
        assertSame(first, NEWER.apply(null, first));
    }

    @Test
    void ofTwoEqualOnesTheSecondHolds() {
        WarningVersion one = new WarningVersion(1, Instant.EPOCH);
        WarningVersion other = new WarningVersion(1, Instant.EPOCH);

        assertSame(other, NEWER.apply(one, other));
    }
}
