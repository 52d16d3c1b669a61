package org.lurewatch.detection.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;

class LateJudgementTest {
    private static final Thresholds THRESHOLDS = new Thresholds(0.00067, 0.0014, 0.0076);
    private static final CampaignReason PEOPLE = new CampaignReason(Reasons.SAME_PEOPLE, 2.5, "others");
    private static final CampaignReason TEXT = new CampaignReason(Reasons.SAME_TEXT, 2.5, "others");

    @Test
    void nothing_added_leaves_score_and_verdict_as_they_were() {
        LateJudgement.Judged judged = judge(0.01, Verdict.UNSURE, List.of(), Standing.OPEN, null);
        assertEquals(0.01, judged.score());
        assertEquals(Verdict.UNSURE, judged.verdict());
    }

    @Test
    void the_same_contact_can_bring_a_posting_over_the_line() {
        LateJudgement.Judged judged = judge(0.001, Verdict.NO_SIGN_FOUND, List.of(PEOPLE), Standing.OPEN, null);
        assertEquals(Verdict.LIKELY_SCAM, judged.verdict());
        assertTrue(judged.score() > 0.0076);
    }

    @Test
    void the_same_text_alone_condemns_nobody_who_shows_no_sign() {
        assertEquals(
                Verdict.UNSURE,
                judge(0.001, Verdict.NO_SIGN_FOUND, List.of(TEXT), Standing.OPEN, null)
                        .verdict());
        assertEquals(
                Verdict.LIKELY_SCAM,
                judge(0.002, Verdict.UNSURE, List.of(TEXT), Standing.OPEN, null).verdict());
    }

    @Test
    void a_text_about_scams_stays_one() {
        assertEquals(
                Verdict.ABOUT_SCAMS,
                judge(0.5, Verdict.ABOUT_SCAMS, List.of(PEOPLE), Standing.OPEN, null)
                        .verdict());
    }

    @Test
    void what_reviewers_say_of_the_posting_itself_has_the_last_word() {
        List<CampaignReason> none = List.of();
        assertEquals(
                Verdict.NO_SIGN_FOUND,
                judge(0.9, Verdict.LIKELY_SCAM, none, Standing.CONFIRMED, Standing.CLEARED)
                        .verdict());
        assertEquals(
                Verdict.LIKELY_SCAM,
                judge(0.0001, Verdict.NO_SIGN_FOUND, none, Standing.CLEARED, Standing.CONFIRMED)
                        .verdict());
        assertEquals(
                Verdict.ABOUT_SCAMS,
                judge(0.9, Verdict.LIKELY_SCAM, none, Standing.OPEN, Standing.ABOUT_SCAMS)
                        .verdict());
        assertEquals(
                Verdict.UNSURE,
                judge(0.9, Verdict.LIKELY_SCAM, none, Standing.OPEN, Standing.DISPUTED)
                        .verdict());
    }

    @Test
    void a_cleared_campaign_takes_its_warnings_back() {
        CampaignReason cleared = new CampaignReason(Reasons.REVIEW, -6, "cleared");
        assertEquals(
                Verdict.NO_SIGN_FOUND,
                judge(0.9, Verdict.LIKELY_SCAM, List.of(cleared), Standing.CLEARED, null)
                        .verdict());
    }

    private static LateJudgement.Judged judge(
            double score, Verdict verdict, List<CampaignReason> reasons, Standing standing, Standing reviewed) {
        return LateJudgement.judge(score, verdict, THRESHOLDS, reasons, standing, Optional.ofNullable(reviewed));
    }
}
