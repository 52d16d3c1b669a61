package org.lurewatch.detection.warning;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WarningVersionTest {
    @Test
    void ofTwoWarningsTheHigherRevisionHoldsAndOfTwoAlikeTheOneAssessedLater() {
        WarningVersion first = new WarningVersion(1, Instant.EPOCH.plusSeconds(1));
        WarningVersion second = new WarningVersion(2, Instant.EPOCH);
        WarningVersion alsoSecond = new WarningVersion(2, Instant.EPOCH.plusMillis(1));

        assertTrue(second.isNewerThan(first));
        assertFalse(first.isNewerThan(second));
        assertTrue(alsoSecond.isNewerThan(second));
        assertFalse(second.isNewerThan(alsoSecond));
    }

    @Test
    void ofTwoEqualOnesNeitherIsNewer() {
        assertFalse(new WarningVersion(1, Instant.EPOCH).isNewerThan(new WarningVersion(1, Instant.EPOCH)));
    }
}
