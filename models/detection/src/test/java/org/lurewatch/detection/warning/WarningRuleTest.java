package org.lurewatch.detection.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.CampaignNews;
import org.lurewatch.detection.campaign.CampaignReason;
import org.lurewatch.detection.campaign.Standing;

class WarningRuleTest {
    private static final OwnAssessment LIKELY = own(Verdict.LIKELY_SCAM, 0.9, 1, 0);
    private static final OwnAssessment HONEST = own(Verdict.NO_SIGN_FOUND, 0.1, 1, 0);
    private static final CampaignNews LURES = news("c1", 2, "another posting with the same contact");

    @Test
    void aLikelyScamIsWarnedOfOnce() {
        WarningStep first = WarningRule.assessed(KnownPosting.first(0), LIKELY);
        assertTrue(first.isSent());
        assertEquals(1, first.current().orElseThrow().revision());
        assertEquals(Optional.empty(), first.current().orElseThrow().reason());
        assertEquals(Optional.of(WarningChange.FIRST), first.change());

        WarningStep again = WarningRule.assessed(first.known(), own(Verdict.LIKELY_SCAM, 0.9, 1, 50));
        assertEquals(Optional.empty(), again.current());
        assertEquals(Optional.of(WarningChange.REPEATED), again.change());
        assertEquals(50, again.known().own().orElseThrow().textSeen());
    }

    @Test
    void anOlderTextThatComesLateChangesNothing() {
        KnownPosting known = step(KnownPosting.first(0), own(Verdict.NO_SIGN_FOUND, 0.1, 2, 5));

        WarningStep late = WarningRule.assessed(known, own(Verdict.LIKELY_SCAM, 0.9, 1, 4));

        assertEquals(known, late.known());
        assertEquals(Optional.of(WarningChange.WITHHELD), late.change());
        assertEquals(Optional.empty(), late.current());
    }

    @Test
    void anotherTextAndAnotherBundleAreGivenAsReasons() {
        KnownPosting known = step(KnownPosting.first(0), LIKELY);

        assertReason(
                "the posting says something else now", WarningRule.assessed(known, own(Verdict.UNSURE, 0.4, 2, 1)));
        assertReason(
                "the same text was assessed by another bundle",
                WarningRule.assessed(known, own(Verdict.UNSURE, 0.4, 1, 1)));
    }

    @Test
    void newsOfItsCampaignMakeALateWarningThatSaysWhy() {
        WarningStep late = heard(step(KnownPosting.first(0), HONEST), LURES);

        assertTrue(late.isSent());
        assertEquals(Optional.of(WarningChange.LATE), late.change());
        CurrentWarning warning = late.current().orElseThrow();
        assertReason("another posting with the same contact", late);
        assertEquals(Verdict.LIKELY_SCAM, warning.verdict());
        assertEquals(Optional.of("c1"), warning.campaign());
        assertEquals(Optional.of(new Flip(Verdict.NO_SIGN_FOUND, 0)), warning.flip());
        assertEquals(
                List.of(
                        new Ground.Outside(
                                "campaign_same_people",
                                "others read like a scam",
                                3.5,
                                "other postings by the same people",
                                true),
                        new Ground.Own(0, 1, false)),
                warning.grounds());
    }

    @Test
    void whatKeepsAVerdictWhereItIsIsDecisiveAsWell() {
        Flip flip = new Flip(Verdict.UNSURE, 0);
        OwnAssessment own = new OwnAssessment(
                1,
                0,
                0.9,
                Verdict.LIKELY_SCAM,
                LIKELY.thresholds(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Ground.Own(0, 1, true)),
                Optional.of(flip));
        KnownPosting known = step(KnownPosting.first(0), own);

        CurrentWarning joined = heard(known, LURES).current().orElseThrow();
        CurrentWarning confirmed = reviewed(heard(known, LURES).known(), Standing.CONFIRMED)
                .current()
                .orElseThrow();

        assertEquals(Optional.of(flip), confirmed.flip());
        assertEquals(
                List.of(true, true),
                joined.grounds().stream().map(Ground::decisive).toList());
        assertEquals(
                List.of(true, true, true),
                confirmed.grounds().stream().map(Ground::decisive).toList());
    }

    @Test
    void aReviewRetractsAWarningAndAnotherOneBringsItBack() {
        WarningStep cleared = reviewed(step(KnownPosting.first(0), LIKELY), Standing.CLEARED);
        assertEquals(Optional.of(WarningChange.RETRACTED), cleared.change());
        assertReason("reviewers say of this posting: legitimate", cleared);
        assertEquals(Verdict.NO_SIGN_FOUND, cleared.current().orElseThrow().verdict());

        WarningStep confirmed = reviewed(cleared.known(), Standing.CONFIRMED);
        assertEquals(Optional.of(WarningChange.LATE), confirmed.change());
        assertEquals(3, confirmed.current().orElseThrow().revision());

        WarningStep open = reviewed(cleared.known(), Standing.OPEN);
        assertReason("reviewers have taken back what they said of this posting", open);
        assertEquals(
                List.of(new Ground.Own(0, 1, false)),
                open.current().orElseThrow().grounds());
    }

    @Test
    void readersOfAWarningThatStandsAreToldOfASecondKindOnceItShowsOrGoes() {
        KnownPosting known = step(KnownPosting.first(0), ofKinds(Verdict.LIKELY_SCAM, 1, "task_scam", null));

        WarningStep alike = WarningRule.assessed(known, ofKinds(Verdict.LIKELY_SCAM, 2, "task_scam", null));
        assertFalse(alike.isSent());

        WarningStep second = WarningRule.assessed(known, ofKinds(Verdict.LIKELY_SCAM, 3, "task_scam", "advance_fee"));
        assertTrue(second.isSent());
        assertEquals(Optional.of("advance_fee"), second.current().orElseThrow().otherScamType());
        assertEquals(2, second.current().orElseThrow().revision());

        WarningStep gone = WarningRule.assessed(second.known(), ofKinds(Verdict.LIKELY_SCAM, 4, "task_scam", null));
        assertTrue(gone.isSent());
        assertEquals(Optional.empty(), gone.current().orElseThrow().otherScamType());
    }

    @Test
    void aSecondKindOfAPostingThatNobodyIsWarnedOfIsNotSent() {
        KnownPosting known = step(KnownPosting.first(0), ofKinds(Verdict.LIKELY_SCAM, 1, "task_scam", null));
        KnownPosting milder = step(known, ofKinds(Verdict.UNSURE, 2, "task_scam", null));

        assertFalse(WarningRule.assessed(milder, ofKinds(Verdict.UNSURE, 3, "task_scam", "advance_fee"))
                .isSent());
    }

    @Test
    void aReviewWaitsForItsPosting() {
        WarningStep early = reviewed(KnownPosting.first(0), Standing.CONFIRMED);
        assertEquals(Optional.empty(), early.current());

        WarningStep assessed = WarningRule.assessed(early.known(), HONEST);
        assertTrue(assessed.isSent());
        assertReason("reviewers say of this posting: a scam", assessed);
    }

    @Test
    void aCampaignIsNamedFromItsSecondPostingOn() {
        WarningStep alone = heard(step(KnownPosting.first(0), LIKELY), news("c1", 1, "reviewed"));
        assertEquals(false, alone.isSent());
        assertEquals(Optional.empty(), alone.current().orElseThrow().campaign());

        WarningStep joined = heard(alone.known(), news("c1", 2, "joined"));
        assertEquals(Optional.of(WarningChange.UPDATED), joined.change());
        assertEquals(Optional.of("c1"), joined.current().orElseThrow().campaign());
        assertEquals(Optional.empty(), joined.leftCampaign());

        WarningStep merged = heard(joined.known(), news("c2", 3, "merged"));
        assertEquals(Optional.of("c1"), merged.leftCampaign());
    }

    @Test
    void whatReviewersSayOfThePostingHoldsBeforeWhatTheySayOfItsCampaign() {
        CampaignNews cleared = new CampaignNews("1", "c1", 2, Standing.CLEARED, List.of(), "reviewed");
        KnownPosting known = heard(step(KnownPosting.first(0), LIKELY), cleared).known();

        assertEquals(Standing.CLEARED, known.standing());
        assertEquals(
                Standing.CONFIRMED, reviewed(known, Standing.CONFIRMED).known().standing());
        assertEquals(Standing.CLEARED, reviewed(known, Standing.OPEN).known().standing());
    }

    private static OwnAssessment own(Verdict verdict, double score, long textDigest, long time) {
        return own(verdict, score, textDigest, time, Optional.empty(), Optional.empty());
    }

    private static OwnAssessment ofKinds(Verdict verdict, long time, String scamType, String otherScamType) {
        return own(verdict, 0.9, time, time, Optional.of(scamType), Optional.ofNullable(otherScamType));
    }

    private static OwnAssessment own(
            Verdict verdict,
            double score,
            long textDigest,
            long time,
            Optional<String> scamType,
            Optional<String> otherScamType) {
        return new OwnAssessment(
                textDigest,
                time,
                score,
                verdict,
                new Thresholds(0.00067, 0.3, 0.6),
                scamType,
                otherScamType,
                List.of(new Ground.Own(0, 1, false)),
                Optional.empty());
    }

    private static CampaignNews news(String campaign, int count, String why) {
        return new CampaignNews(
                "1",
                campaign,
                count,
                Standing.OPEN,
                List.of(new CampaignReason("campaign_same_people", 3.5, "others read like a scam")),
                why);
    }

    private static KnownPosting step(KnownPosting known, OwnAssessment own) {
        return WarningRule.assessed(known, own).known();
    }

    private static WarningStep heard(KnownPosting known, CampaignNews news) {
        return WarningRule.heard(known, Optional.of(news), Optional.empty());
    }

    private static WarningStep reviewed(KnownPosting known, Standing standing) {
        return WarningRule.heard(known, Optional.empty(), Optional.of(standing));
    }

    private static void assertReason(String reason, WarningStep step) {
        assertEquals(Optional.of(reason), step.current().orElseThrow().reason());
    }
}
