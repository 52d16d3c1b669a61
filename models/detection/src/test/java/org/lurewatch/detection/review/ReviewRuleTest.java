package org.lurewatch.detection.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.campaign.Standing;

class ReviewRuleTest {
    private static final long NOON = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void beyondItsNumberADayAReviewDoesNotCountAlone() {
        ReviewRule.Weighed first = ReviewRule.weigh(ReviewerMemory.EMPTY, NOON, 2);
        ReviewRule.Weighed second = ReviewRule.weigh(first.memory(), NOON + 1, 2);
        ReviewRule.Weighed third = ReviewRule.weigh(second.memory(), NOON + 2, 2);
        ReviewRule.Weighed nextDay = ReviewRule.weigh(third.memory(), NOON + DAY, 2);

        assertTrue(first.alone());
        assertTrue(second.alone());
        assertFalse(third.alone());
        assertTrue(nextDay.alone());
    }

    @Test
    void namingDaysOfThePastBringsNoMoreThanAWeeksWorth() {
        ReviewerMemory memory = ReviewerMemory.EMPTY;
        int alone = 0;
        for (int back = 0; back < 1_000; back++) {
            ReviewRule.Weighed weighed = ReviewRule.weigh(memory, NOON - back * DAY, 3);
            memory = weighed.memory();
            alone += weighed.alone() ? 1 : 0;
        }

        assertEquals(ReviewerMemory.MOST_DAYS, alone);
        assertEquals(ReviewerMemory.MOST_DAYS, memory.days().size());
    }

    @Test
    void whatDoesNotCountAloneTakesEffectWithASecondReviewer() {
        TargetMemory one = heard(TargetMemory.EMPTY, "ana", Judgement.LEGITIMATE, false);
        TargetMemory again = heard(one, "ana", Judgement.LEGITIMATE, false);
        TargetMemory both = heard(again, "ben", Judgement.LEGITIMATE, false);

        assertEquals(Standing.OPEN, one.standing());
        assertEquals(Standing.OPEN, again.standing(), "the same person is no second opinion");
        assertEquals(Standing.CLEARED, both.standing());
    }

    @Test
    void twoWhoDisagreeMakeADisputeWhichAThirdDecides() {
        TargetMemory one = heard(TargetMemory.EMPTY, "ana", Judgement.SCAM, true);
        TargetMemory two = heard(one, "ben", Judgement.LEGITIMATE, true);
        TargetMemory three = heard(two, "eva", Judgement.SCAM, true);

        assertEquals(Standing.CONFIRMED, one.standing());
        assertEquals(Standing.DISPUTED, two.standing());
        assertEquals(Standing.CONFIRMED, three.standing());
    }

    @Test
    void aReviewerMayChangeHerMind() {
        TargetMemory scam = heard(TargetMemory.EMPTY, "ana", Judgement.SCAM, true);

        assertEquals(
                Standing.ABOUT_SCAMS,
                heard(scam, "ana", Judgement.ABOUT_SCAMS, true).standing());
    }

    @Test
    void aDoubtHoldsUntilASecondOpinionOfOneKind() {
        TargetMemory doubt = heard(TargetMemory.EMPTY, "ana", Judgement.DISPUTED, true);
        TargetMemory one = heard(doubt, "ben", Judgement.SCAM, true);

        assertEquals(Standing.DISPUTED, doubt.standing());
        assertEquals(Standing.DISPUTED, one.standing());
        assertEquals(Standing.CONFIRMED, heard(one, "eva", Judgement.SCAM, true).standing());
    }

    @Test
    void ofManyReviewersTheNewestAreKept() {
        TargetMemory memory = TargetMemory.EMPTY;
        for (int reviewer = 0; reviewer < 1_000; reviewer++) {
            memory = heard(memory, "r" + reviewer, Judgement.SCAM, true);
        }

        assertEquals(TargetMemory.MOST_OPINIONS, memory.opinions().size());
    }

    private static TargetMemory heard(TargetMemory memory, String reviewer, Judgement judgement, boolean alone) {
        return ReviewRule.remember(memory, new Opinion(reviewer, judgement, alone, NOON));
    }
}
