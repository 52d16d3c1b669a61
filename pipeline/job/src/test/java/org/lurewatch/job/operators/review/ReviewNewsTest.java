package org.lurewatch.job.operators.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;
import org.lurewatch.schemas.AcceptedReview;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.PostingNews;

class ReviewNewsTest {
    @Test
    void aPostingIsToldWhatReviewersSayOfItself() {
        assertEquals(
                List.of(new PostingNews("p1", null, CampaignStanding.CLEARED, null, List.of())),
                news(new AcceptedReview("p1", null, CampaignStanding.CLEARED, 1L)));
        assertEquals(
                List.of(new PostingNews("p1", null, CampaignStanding.OPEN, null, List.of())),
                news(new AcceptedReview("p1", null, CampaignStanding.OPEN, 1L)),
                "that they take it back too");
    }

    @Test
    void ofACampaignTheLedgerTellsItsPostings() {
        assertEquals(List.of(), news(new AcceptedReview(null, "c1", CampaignStanding.CLEARED, 1L)));
    }

    private static List<PostingNews> news(AcceptedReview review) {
        List<PostingNews> news = new ArrayList<>();
        new ReviewNews().flatMap(review, new ListCollector<>(news));
        return news;
    }
}
