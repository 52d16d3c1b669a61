package org.lurewatch.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.TrendPostings;
import org.lurewatch.detection.trends.TrendRule;
import org.lurewatch.schemas.TrendCount;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.Verdict;

class TrendCountsTest {
    @Test
    void whatCountingAsksIsReadFromTheAssessedPosting() {
        assertEquals(
                new TrendRule.Posting(
                        org.lurewatch.detection.assess.Verdict.LIKELY_SCAM,
                        "es",
                        Optional.of("task_scam"),
                        List.of(
                                new TrendRule.Signal("fee_deposit", 1.5),
                                new TrendRule.Signal("fee_deposit", 0.5),
                                new TrendRule.Signal("known_firm", -1)),
                        List.of("TELEGRAM", "TELEGRAM"),
                        "Camboya"),
                TrendCounts.posting(TrendPostings.posting(Instant.EPOCH, Verdict.LIKELY_SCAM)));
    }

    @Test
    void eachDimensionIsOneOfTheTopics() {
        for (TrendRule.Dimension dimension : TrendRule.Dimension.values()) {
            assertEquals(
                    new TrendCount(TrendDimension.valueOf(dimension.name()), "x", 1L, 1L, 0L),
                    TrendCounts.toAvro(new TrendRule.One(dimension, "x", 1, 0)));
        }
    }
}
