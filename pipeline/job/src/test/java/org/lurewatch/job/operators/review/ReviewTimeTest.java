package org.lurewatch.job.operators.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lurewatch.job.operators.review.ExampleReviews.NOON;
import static org.lurewatch.job.operators.review.ExampleReviews.review;

import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.operators.TimestampsAndWatermarksOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewJudgement;

class ReviewTimeTest {
    private static final Review REVIEW = review("ann", ReviewJudgement.SCAM, NOON);

    @Test
    void reviewsHaveTheirTimeAndHoldNoWatermarkBack() throws Exception {
        try (var harness = harness()) {
            harness.open();

            harness.processElement(REVIEW, 5);
            harness.processElement(REVIEW, 6);
            harness.setProcessingTime(1_000);

            StreamRecord<Review> stamped = new StreamRecord<>(REVIEW, NOON.toEpochMilli());
            assertEquals(
                    List.of(WatermarkStatus.IDLE, stamped, stamped),
                    harness.getOutput().stream()
                            .sorted((one, other) -> rank(one) - rank(other))
                            .toList());
        }
    }

    @Test
    void aTopicWithoutReviewsHoldsNoneBackEither() throws Exception {
        try (var harness = harness()) {
            harness.open();

            harness.setProcessingTime(1_000);

            assertEquals(List.of(WatermarkStatus.IDLE), List.copyOf(harness.getOutput()));
        }
    }

    @Test
    void theEndOfATopicEndsItsTime() throws Exception {
        try (var harness = harness()) {
            harness.open();

            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertEquals(
                    1,
                    harness.getOutput().stream()
                            .filter(Watermark.MAX_WATERMARK::equals)
                            .count());
        }
    }

    /** Whether idleness is told before or after the first review is Flink's business. */
    private static int rank(Object output) {
        return output instanceof StreamRecord ? 1 : 0;
    }

    private static OneInputStreamOperatorTestHarness<Review, Review> harness() throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<Review, Review>(
                new TimestampsAndWatermarksOperatorFactory<>(ReviewTime.strategy(), true),
                new AvroTypeInfo<>(Review.class).createSerializer(new SerializerConfigImpl()));
        harness.getExecutionConfig().setAutoWatermarkInterval(200);
        return harness;
    }
}
