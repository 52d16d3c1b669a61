package org.lurewatch.job.operators.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lurewatch.job.operators.review.ExampleReviews.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.operators.CountedFlow;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.schemas.WeighedReview;

class WeighFunctionTest {
    private static final Duration RETENTION = Duration.ofDays(90);
    private static final int MOST_ALONE_A_DAY = 2;

    @Test
    void beyondSoManyOfOneReviewerAndDayTheyWait() throws Exception {
        try (var harness = harness()) {
            harness.open();

            say(harness, "ann", NOON, 3);
            say(harness, "ben", NOON, 1);
            say(harness, "ann", NOON.plus(Duration.ofDays(1)), 3);

            assertEquals(List.of(true, true, false, true, true, true, false), alone(harness));
            assertEquals(
                    List.of("ann", "ann", "ann", "ben", "ann", "ann", "ann"),
                    harness.extractOutputValues().stream()
                            .map(weighed -> weighed.getReview().getReviewer())
                            .toList(),
                    "those that wait go on too, for a second opinion");
            assertEquals(2, CountedFlow.of(harness).get(FlowCounters.REVIEWS_WAITING));
        }
    }

    @Test
    void aRestartGivesNobodyAFreshAllowance() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = harness()) {
            harness.open();
            say(harness, "ann", NOON, 3);
            checkpoint = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(checkpoint);
            harness.open();

            say(harness, "ann", NOON, 1);
            say(harness, "ben", NOON, 1);

            assertEquals(List.of(false, true), alone(harness));
            assertEquals(2, CountedFlow.of(harness).get(FlowCounters.REVIEWS_WAITING));
        }
    }

    @Test
    void aReviewerSilentForLongEnoughIsForgotten() throws Exception {
        try (var harness = harness()) {
            harness.setStateTtlProcessingTime(0);
            harness.open();
            say(harness, "ann", NOON, 2);

            harness.setStateTtlProcessingTime(RETENTION.toMillis() - 1);
            say(harness, "ann", NOON, 1);
            assertEquals(List.of(true, true, false), alone(harness));
            harness.setStateTtlProcessingTime(3 * RETENTION.toMillis());
            say(harness, "ann", NOON, 1);

            assertEquals(List.of(true, true, false, true), alone(harness));
        }
    }

    private static void say(
            KeyedOneInputStreamOperatorTestHarness<String, Review, WeighedReview> harness,
            String reviewer,
            Instant time,
            int times)
            throws Exception {
        for (int i = 0; i < times; i++) {
            harness.processElement(
                    ExampleReviews.review(reviewer, ReviewJudgement.SCAM, time.plusSeconds(i)), time.toEpochMilli());
        }
    }

    private static List<Boolean> alone(KeyedOneInputStreamOperatorTestHarness<String, Review, WeighedReview> harness) {
        return harness.extractOutputValues().stream()
                .map(WeighedReview::getAlone)
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Review, WeighedReview> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new WeighFunction(MOST_ALONE_A_DAY, RETENTION)),
                Review::getReviewer,
                Types.STRING);
    }
}
