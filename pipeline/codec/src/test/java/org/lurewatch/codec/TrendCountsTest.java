package org.lurewatch.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.TrendPostings;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.TrendCount;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.Verdict;

class TrendCountsTest {
    @Test
    void aLureCountsOnceForEachThingThatItShows() {
        assertEquals(
                List.of(
                        new TrendCount(TrendDimension.ALL, "", 1L, 1L, 0L),
                        new TrendCount(TrendDimension.LANGUAGE, "es", 1L, 1L, 0L),
                        new TrendCount(TrendDimension.SCAM_TYPE, "task_scam", 1L, 1L, 0L),
                        new TrendCount(TrendDimension.SIGNAL, "fee_deposit", 1L, 1L, 0L),
                        new TrendCount(TrendDimension.CHANNEL, "TELEGRAM", 1L, 1L, 0L),
                        new TrendCount(TrendDimension.DESTINATION, "KH", 1L, 1L, 0L)),
                TrendCounts.of(TrendPostings.posting(Instant.EPOCH, Verdict.LIKELY_SCAM)));
    }

    @Test
    void anUnsurePostingCountsAsUnsureEvenWithoutAType() {
        assertEquals(
                new TrendCount(TrendDimension.SCAM_TYPE, "unknown", 1L, 0L, 1L),
                TrendCounts.of(TrendPostings.posting(Instant.EPOCH, Verdict.UNSURE))
                        .get(2));
    }

    @Test
    void anHonestPostingCountsForItsLanguageAlone() {
        assertEquals(
                List.of(
                        new TrendCount(TrendDimension.ALL, "", 1L, 0L, 0L),
                        new TrendCount(TrendDimension.LANGUAGE, "es", 1L, 0L, 0L)),
                TrendCounts.of(TrendPostings.posting(Instant.EPOCH, Verdict.NO_SIGN_FOUND)));
    }

    @Test
    void whatIsScrapedCannotInventValues() {
        AssessedPosting hostile = TrendPostings.posting(Instant.EPOCH, Verdict.LIKELY_SCAM);
        hostile.getFootprint().setLanguage("qqqqqqqq");
        hostile.getFootprint().setDestination("\u001b[31mNowhere");

        List<TrendCount> counts = TrendCounts.of(hostile);

        assertEquals("other", counts.get(1).getValue());
        assertEquals("other", counts.get(5).getValue());
    }
}
