package org.lurewatch.job.operators.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lurewatch.job.operators.review.ExampleReviews.json;
import static org.lurewatch.job.operators.review.ExampleReviews.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.operators.CountedFlow;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.schemas.SourceRecord;

class DecodeReviewFunctionTest {
    @Test
    void aBrokenReviewBetweenTwoGoodOnesGoesAside() throws Exception {
        SourceRecord broken = record(2, "{\"reviewer\": ");
        try (var harness = harness()) {
            harness.open();

            harness.processElement(record(1, json("ann", "scam", "1")), 0);
            harness.processElement(broken, 0);
            harness.processElement(record(3, json("ben", "about-scams", "3")), 0);

            List<Review> reviews = harness.extractOutputValues();
            assertEquals(
                    List.of("ann SCAM 1", "ben ABOUT_SCAMS 3"),
                    reviews.stream()
                            .map(review ->
                                    review.getReviewer() + " " + review.getJudgement() + " " + review.getPostingId())
                            .toList());
            assertEquals(ExampleReviews.NOON, reviews.get(0).getReviewedAt());
            Queue<StreamRecord<RejectedPosting>> rejects = harness.getSideOutput(Rejects.TAG);
            assertEquals(1, rejects.size());
            RejectedPosting reject = rejects.peek().getValue();
            assertEquals(RejectReason.MALFORMED_JSON, reject.getReason());
            assertEquals("reviews", reject.getTopic());
            assertEquals(2, reject.getOffset());
            assertEquals(broken.getValue(), reject.getValue());
            assertCounted(harness, 3, 1);
        }
    }

    @Test
    void whatIsNoReviewIsRejectedWithItsReason() throws Exception {
        assertEquals(RejectReason.EMPTY_RECORD, rejected(""));
        assertEquals(RejectReason.WRONG_TYPE, rejected(json("ann", "perhaps", "1")));
        assertEquals(RejectReason.MISSING_IDENTIFIER, rejected(json(" ", "scam", "1")));
        assertEquals(RejectReason.MISSING_IDENTIFIER, rejected(json("ann", "scam", " ")));
        assertEquals(RejectReason.FIELD_TOO_LONG, rejected(json("a".repeat(101), "scam", "1")));
        assertEquals(RejectReason.POSTING_TOO_LARGE, rejected(json("a".repeat(40_000), "scam", "1")));
        assertEquals(RejectReason.UNKNOWN_FORMAT, rejected("a scam"));
        assertEquals(RejectReason.MALFORMED_AVRO, rejected(new byte[] {(byte) 0xC3, 1, 0}));
    }

    @Test
    void aReviewFromTheFutureWasGivenWhenKafkaGotIt() throws Exception {
        try (var harness = harness()) {
            harness.open();

            harness.processElement(record(1, json("ann", "scam", "1").replace("2026", "2126")), 0);

            assertEquals(
                    ExampleReviews.NOON.plusSeconds(600),
                    harness.extractOutputValues().get(0).getReviewedAt());
            assertEquals(
                    ReviewJudgement.SCAM, harness.extractOutputValues().get(0).getJudgement());
        }
    }

    @Test
    void afterARestartTheCountersGoOnFromTheCheckpoint() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = harness()) {
            harness.open();
            harness.processElement(record(1, json("ann", "scam", "1")), 0);
            harness.processElement(record(2, ""), 0);
            checkpoint = harness.snapshot(1, 1);
            harness.processElement(record(3, "lost, read again"), 0);
        }
        try (var harness = harness()) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.processElement(record(3, "read again"), 0);

            assertCounted(harness, 3, 2);
        }
    }

    private static RejectReason rejected(String value) throws Exception {
        return rejected(value.getBytes(StandardCharsets.UTF_8));
    }

    private static RejectReason rejected(byte[] value) throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(record(1, value), 0);
            assertEquals(List.of(), harness.extractOutputValues());
            return harness.getSideOutput(Rejects.TAG).peek().getValue().getReason();
        }
    }

    private static void assertCounted(
            OneInputStreamOperatorTestHarness<SourceRecord, Review> harness, long reviews, long rejected)
            throws Exception {
        CountedFlow counted = CountedFlow.of(harness);
        assertEquals(reviews, counted.get(FlowCounters.REVIEWS));
        assertEquals(rejected, counted.get(FlowCounters.REVIEWS_REJECTED));
    }

    private static OneInputStreamOperatorTestHarness<SourceRecord, Review> harness() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new DecodeReviewFunction()),
                new AvroTypeInfo<>(SourceRecord.class).createSerializer(new SerializerConfigImpl()));
    }
}
