package org.lurewatch.detection.trends;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.trends.TrendRule.Dimension;
import org.lurewatch.detection.trends.TrendRule.One;

class TrendRuleTest {
    @Test
    void aLureCountsOnceForEachThingThatItShows() {
        assertEquals(
                List.of(
                        new One(Dimension.ALL, "", 1, 0),
                        new One(Dimension.LANGUAGE, "es", 1, 0),
                        new One(Dimension.SCAM_TYPE, "task_scam", 1, 0),
                        new One(Dimension.SIGNAL, "fee_deposit", 1, 0),
                        new One(Dimension.CHANNEL, "TELEGRAM", 1, 0),
                        new One(Dimension.DESTINATION, "KH", 1, 0)),
                TrendRule.counts(posting(Verdict.LIKELY_SCAM, Optional.of("task_scam"), "es", "Camboya")));
    }

    @Test
    void anUnsurePostingCountsAsUnsureEvenWithoutAType() {
        assertEquals(
                new One(Dimension.SCAM_TYPE, "unknown", 0, 1),
                TrendRule.counts(posting(Verdict.UNSURE, Optional.empty(), "es", "Camboya"))
                        .get(2));
    }

    @Test
    void anHonestPostingCountsForItsLanguageAlone() {
        assertEquals(
                List.of(new One(Dimension.ALL, "", 0, 0), new One(Dimension.LANGUAGE, "es", 0, 0)),
                TrendRule.counts(posting(Verdict.NO_SIGN_FOUND, Optional.empty(), "es", "Camboya")));
    }

    @Test
    void whatIsScrapedCannotInventValues() {
        List<One> counts =
                TrendRule.counts(posting(Verdict.LIKELY_SCAM, Optional.empty(), "qqqqqqqq", "\u001b[31mNowhere"));

        assertEquals("other", counts.get(1).value());
        assertEquals("other", counts.get(5).value());
    }

    private static TrendRule.Posting posting(
            Verdict verdict, Optional<String> scamType, String language, String destination) {
        return new TrendRule.Posting(
                verdict,
                language,
                scamType,
                List.of(
                        new TrendRule.Signal("fee_deposit", 1.5),
                        new TrendRule.Signal("fee_deposit", 0.5),
                        new TrendRule.Signal("known_firm", -1)),
                List.of("TELEGRAM", "TELEGRAM"),
                destination);
    }
}
