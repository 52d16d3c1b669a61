package org.lurewatch.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.examples.TrendPostings;
import org.lurewatch.schemas.Bundle;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SweepOutcome;
import org.lurewatch.schemas.SweptPosting;
import org.lurewatch.schemas.Verdict;

class SweepRuleTest {
    @Test
    void whatIsALikelyScamNowAndWasNeverToldIsWarnedOf() {
        SweptPosting swept = sweep(Verdict.LIKELY_SCAM, null);

        assertEquals(SweepOutcome.WARNED, swept.getOutcome());
        assertEquals(1, swept.getWarning().getRevision());
        assertEquals(
                "history sweep with bundle next, digest ab12",
                swept.getWarning().getRevisionReason());
    }

    @Test
    void whatWasNeverToldAndIsNoLikelyScamStaysUntold() {
        assertUnsent(SweepOutcome.UNCHANGED, sweep(Verdict.UNSURE, null));
        assertUnsent(SweepOutcome.UNCHANGED, sweep(Verdict.NO_SIGN_FOUND, null));
    }

    @Test
    void aWarningThatNoLongerHoldsIsTakenBackByTheNextRevision() {
        SweptPosting swept = sweep(Verdict.NO_SIGN_FOUND, told(Verdict.LIKELY_SCAM, 3));

        assertEquals(SweepOutcome.CHANGED, swept.getOutcome());
        assertEquals(Verdict.LIKELY_SCAM, swept.getBefore());
        assertEquals(Verdict.NO_SIGN_FOUND, swept.getWarning().getVerdict());
        assertEquals(4, swept.getWarning().getRevision());
        assertEquals("c-1", swept.getWarning().getCampaignId());
    }

    @Test
    void sweepingAgainSendsNothing() {
        for (Verdict before : Verdict.values()) {
            for (Verdict now : Verdict.values()) {
                ScamWarning sent = sweep(now, told(before, 1)).getWarning();
                assertUnsent(SweepOutcome.UNCHANGED, sweep(now, sent == null ? told(before, 1) : sent));
            }
        }
    }

    @Test
    void whatACampaignOrAReviewHasDecidedStays() {
        ScamWarning raised = ScamWarning.newBuilder(told(Verdict.LIKELY_SCAM, 2))
                .setOwnScore(0.2)
                .build();
        ScamWarning reviewed = ScamWarning.newBuilder(told(Verdict.NO_SIGN_FOUND, 2))
                .setEvidence(List.of(Evidence.newBuilder()
                        .setSignal("review")
                        .setField("")
                        .setStart(0)
                        .setEnd(0)
                        .setQuote("")
                        .build()))
                .build();

        assertUnsent(SweepOutcome.KEPT, sweep(Verdict.NO_SIGN_FOUND, raised));
        assertUnsent(SweepOutcome.KEPT, sweep(Verdict.LIKELY_SCAM, reviewed));
    }

    @Test
    void ofTwoWarningsTheHigherRevisionHoldsAndOfTwoAlikeTheOneAssessedLater() {
        ScamWarning first = told(Verdict.LIKELY_SCAM, 1);
        ScamWarning second = told(Verdict.UNSURE, 2);
        ScamWarning alsoSecond = ScamWarning.newBuilder(second)
                .setAssessedAt(second.getAssessedAt().plusMillis(1))
                .build();

        assertEquals(second, WarningOrder.newer(second, first));
        assertEquals(second, WarningOrder.newer(first, second));
        assertEquals(alsoSecond, WarningOrder.newer(alsoSecond, second));
        assertEquals(first, WarningOrder.newer(null, first));
    }

    private static SweptPosting sweep(Verdict now, ScamWarning told) {
        var assessed = TrendPostings.posting(Instant.EPOCH, now);
        assessed.getWarning().setBundle(new Bundle("next", "ab12", null));
        return SweepRule.sweep(assessed, told);
    }

    private static ScamWarning told(Verdict verdict, int revision) {
        return ScamWarning.newBuilder(
                        TrendPostings.posting(Instant.EPOCH, verdict).getWarning())
                .setRevision(revision)
                .setCampaignId("c-1")
                .build();
    }

    private static void assertUnsent(SweepOutcome outcome, SweptPosting swept) {
        assertEquals(outcome, swept.getOutcome());
        assertNull(swept.getWarning());
    }
}
