package org.lurewatch.desk.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.schemas.TrustedClasses;

class ReviewBookTest {
    static {
        TrustedClasses.register();
    }

    private final List<Review> reviews = new ArrayList<>();
    private final Map<String, Campaign> campaigns = new HashMap<>();

    @Test
    void theNewestOpinionOfEachReviewerCountsAndMostDecide() {
        posting("1", "ana", ReviewJudgement.LEGITIMATE);
        posting("1", "ana", ReviewJudgement.SCAM);
        assertEquals(Map.of("board/1", Standing.CONFIRMED), standings(50));

        posting("1", "bea", ReviewJudgement.LEGITIMATE);
        assertEquals(Map.of("board/1", Standing.DISPUTED), standings(50));

        posting("1", "eva", ReviewJudgement.LEGITIMATE);
        assertEquals(Map.of("board/1", Standing.CLEARED), standings(50));
    }

    @Test
    void whatOneReviewerSaysBeyondTheDaysLimitWaitsForASecond() {
        posting("1", "ana", ReviewJudgement.SCAM);
        posting("2", "ana", ReviewJudgement.SCAM);
        assertEquals(Map.of("board/1", Standing.CONFIRMED, "board/2", Standing.OPEN), standings(1));

        posting("2", "bea", ReviewJudgement.SCAM);
        assertEquals(Map.of("board/1", Standing.CONFIRMED, "board/2", Standing.CONFIRMED), standings(1));
    }

    @Test
    void aReviewOfACampaignHoldsForItsPostingsUnlessTheyHaveTheirOwn() {
        campaigns.put("c-2", campaign("c-2", null));
        campaigns.put("c-1", campaign("c-1", "c-2"));
        review(null, "c-1", "ana", ReviewJudgement.SCAM);
        posting("2", "ana", ReviewJudgement.LEGITIMATE);

        assertEquals(
                Map.of("board/1", Standing.CONFIRMED, "board/2", Standing.CLEARED, "board/3", Standing.CONFIRMED),
                ReviewBook.of(reviews, 50, campaigns)
                        .byPosting(Map.of("board/1", "c-1", "board/2", "c-2", "board/3", "c-2", "board/4", "c-9")));
    }

    @Test
    void campaignsThatNameEachOtherDoNotTurnInCircles() {
        campaigns.put("c-1", campaign("c-1", "c-2"));
        campaigns.put("c-2", campaign("c-2", "c-1"));
        review(null, "c-1", "ana", ReviewJudgement.SCAM);

        assertEquals(
                Map.of("board/1", Standing.CONFIRMED),
                ReviewBook.of(reviews, 50, campaigns).byPosting(Map.of("board/1", "c-1")));
    }

    private Map<String, Standing> standings(int mostAloneADay) {
        return ReviewBook.of(reviews, mostAloneADay, campaigns).byPosting(Map.of());
    }

    private void posting(String id, String reviewer, ReviewJudgement judgement) {
        review(id, null, reviewer, judgement);
    }

    private void review(String postingId, String campaignId, String reviewer, ReviewJudgement judgement) {
        Instant time = Instant.parse("2026-11-20T08:00:00Z").plusSeconds(reviews.size());
        reviews.add(
                new Review("", postingId == null ? "" : "board", postingId, campaignId, judgement, reviewer, "", time));
    }

    private static Campaign campaign(String id, String mergedInto) {
        return Campaign.newBuilder()
                .setCampaignId(id)
                .setMergedInto(mergedInto)
                .setFirstSeen(Instant.EPOCH)
                .setLastSeen(Instant.EPOCH)
                .setUpdatedAt(Instant.EPOCH)
                .build();
    }
}
