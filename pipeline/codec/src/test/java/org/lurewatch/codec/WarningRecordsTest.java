package org.lurewatch.codec;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.schemas.ScamWarning;

class WarningRecordsTest {
    @Test
    void theNewerOfTwoWarningsHoldsAndOfTwoEqualOnesTheSecond() {
        ScamWarning first = warning(1, 5);
        ScamWarning second = warning(2, 4);
        ScamWarning alsoSecond = warning(2, 4);

        assertSame(second, WarningRecords.newer(first, second));
        assertSame(second, WarningRecords.newer(second, first));
        assertSame(alsoSecond, WarningRecords.newer(second, alsoSecond));
        assertSame(second, WarningRecords.newer(alsoSecond, second));
        assertSame(first, WarningRecords.newer(null, first));
    }

    private static ScamWarning warning(int revision, long assessedAt) {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setRevision(revision);
        warning.setAssessedAt(Instant.ofEpochMilli(assessedAt));
        return warning;
    }
}
