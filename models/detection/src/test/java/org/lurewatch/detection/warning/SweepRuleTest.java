package org.lurewatch.detection.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.warning.SweepRule.Outcome;

class SweepRuleTest {
    @Test
    void whatIsALikelyScamNowAndWasNeverSentIsWarnedOf() {
        assertEquals(
                new SweepRule.Swept(
                        Outcome.WARNED,
                        Optional.of(new SweepRule.Revision(
                                1, "history sweep with bundle next, digest ab12", Optional.empty()))),
                sweep(Verdict.LIKELY_SCAM, null));
    }

    @Test
    void whatWasNeverSentAndIsNoLikelyScamStaysUnsent() {
        assertUnsent(Outcome.UNCHANGED, sweep(Verdict.UNSURE, null));
        assertUnsent(Outcome.UNCHANGED, sweep(Verdict.NO_SIGN_FOUND, null));
    }

    @Test
    void aWarningThatNoLongerHoldsIsTakenBackByTheNextRevision() {
        SweepRule.Swept swept = sweep(Verdict.NO_SIGN_FOUND, warning(Verdict.LIKELY_SCAM, 3));

        assertEquals(Outcome.CHANGED, swept.outcome());
        assertEquals(4, swept.revision().orElseThrow().number());
        assertEquals(Optional.of("c-1"), swept.revision().orElseThrow().campaign());
    }

    @Test
    void sweepingAgainSendsNothing() {
        for (Verdict before : Verdict.values()) {
            for (Verdict now : Verdict.values()) {
                boolean isSent = sweep(now, warning(before, 1)).revision().isPresent();
                assertEquals(before != now, isSent);
                assertUnsent(Outcome.UNCHANGED, sweep(now, warning(now, isSent ? 2 : 1)));
            }
        }
    }

    @Test
    void whatACampaignOrAReviewHasDecidedStays() {
        EarlierWarning raised =
                new EarlierWarning(2, Verdict.LIKELY_SCAM, 0.5, Optional.of(0.2), false, Optional.of("c-1"));
        EarlierWarning reviewed =
                new EarlierWarning(2, Verdict.NO_SIGN_FOUND, 0.5, Optional.of(0.5), true, Optional.empty());

        assertUnsent(Outcome.KEPT, sweep(Verdict.NO_SIGN_FOUND, raised));
        assertUnsent(Outcome.KEPT, sweep(Verdict.LIKELY_SCAM, reviewed));
    }

    @Test
    void ofOneRecordScrapedTwiceTheLastOfAPartitionHoldsAndTheNewestOfSeveral() {
        RecordPlace first = new RecordPlace(0, 7, 2_000);
        RecordPlace second = new RecordPlace(0, 8, 1_000);
        RecordPlace elsewhere = new RecordPlace(1, 3, 3_000);

        assertEquals(true, second.isNewerThan(first));
        assertEquals(false, first.isNewerThan(second));
        assertEquals(true, elsewhere.isNewerThan(second));
    }

    private static SweepRule.Swept sweep(Verdict now, EarlierWarning earlier) {
        return SweepRule.sweep(now, new BundleId("next", "ab12"), Optional.ofNullable(earlier));
    }

    /** By a writer that did not say what the posting scored by itself. */
    private static EarlierWarning warning(Verdict verdict, int revision) {
        return new EarlierWarning(revision, verdict, 0.5, Optional.empty(), false, Optional.of("c-1"));
    }

    private static void assertUnsent(Outcome outcome, SweepRule.Swept swept) {
        assertEquals(new SweepRule.Swept(outcome, Optional.empty()), swept);
    }
}
