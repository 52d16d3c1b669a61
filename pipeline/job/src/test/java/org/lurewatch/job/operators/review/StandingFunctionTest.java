package org.lurewatch.job.operators.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lurewatch.job.operators.review.ExampleReviews.NOON;
import static org.lurewatch.job.operators.review.ExampleReviews.weighed;
import static org.lurewatch.schemas.ReviewJudgement.LEGITIMATE;
import static org.lurewatch.schemas.ReviewJudgement.SCAM;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.ReviewRecords;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.schemas.AcceptedReview;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.WeighedReview;

class StandingFunctionTest {
    private static final Duration RETENTION = Duration.ofDays(90);

    @Test
    void aChangeOfStandingIsToldOnce() throws Exception {
        assertEquals(
                List.of(new AcceptedReview(
                        WarningEncoder.warningId("board", "1"), null, CampaignStanding.CONFIRMED, NOON.toEpochMilli())),
                accepted(weighed("ann", SCAM, true), weighed("ann", SCAM, true), weighed("ben", SCAM, true)));
    }

    @Test
    void whatWaitsTakesEffectWithASecondOpinion() throws Exception {
        assertEquals(List.of(), accepted(weighed("ann", SCAM, false), weighed("ann", SCAM, false)));
        assertEquals(List.of(), accepted(weighed("ann", SCAM, false), weighed("ben", LEGITIMATE, false)));
        assertEquals(
                List.of(CampaignStanding.CONFIRMED),
                standings(weighed("ann", SCAM, false), weighed("ben", SCAM, false)));
    }

    @Test
    void reviewersWhoDoNotAgreeMakeADisputeUntilOneGivesIn() throws Exception {
        assertEquals(
                List.of(CampaignStanding.CONFIRMED, CampaignStanding.DISPUTED, CampaignStanding.CLEARED),
                standings(
                        weighed("ann", SCAM, true),
                        weighed("ben", LEGITIMATE, true),
                        weighed("ann", LEGITIMATE, true)));
    }

    @Test
    void reviewsOfTwoTargetsAreNoTwoOpinions() throws Exception {
        WeighedReview ofACampaign = new WeighedReview(
                Review.newBuilder(ExampleReviews.review("ben", SCAM, NOON))
                        .setPostingId(null)
                        .setCampaignId("c1")
                        .build(),
                false);

        assertEquals(List.of(), accepted(weighed("ann", SCAM, false), ofACampaign));
        ofACampaign.setAlone(true);
        assertEquals(
                List.of(new AcceptedReview(null, "c1", CampaignStanding.CONFIRMED, NOON.toEpochMilli())),
                accepted(ofACampaign));
    }

    @Test
    void afterARestartTheFirstOpinionStillCounts() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = harness()) {
            harness.open();
            harness.processElement(weighed("ann", SCAM, false), 0);
            checkpoint = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.processElement(weighed("ben", SCAM, false), 0);
            harness.processElement(weighed("cid", SCAM, true), 0);

            assertEquals(
                    List.of(CampaignStanding.CONFIRMED),
                    harness.extractOutputValues().stream()
                            .map(AcceptedReview::getStanding)
                            .toList());
        }
    }

    private static List<CampaignStanding> standings(WeighedReview... reviews) throws Exception {
        return accepted(reviews).stream().map(AcceptedReview::getStanding).toList();
    }

    private static List<AcceptedReview> accepted(WeighedReview... reviews) throws Exception {
        try (var harness = harness()) {
            harness.open();
            for (WeighedReview review : reviews) {
                harness.processElement(review, 0);
            }
            return harness.extractOutputValues();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, WeighedReview, AcceptedReview> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new StandingFunction(RETENTION)),
                weighed -> ReviewRecords.target(weighed.getReview()),
                Types.STRING);
    }
}
