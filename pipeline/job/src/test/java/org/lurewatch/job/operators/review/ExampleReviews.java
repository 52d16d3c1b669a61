package org.lurewatch.job.operators.review;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.WeighedReview;

/** Reviews as a test wants them. */
public final class ExampleReviews {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    static {
        TrustedClasses.register();
    }

    private ExampleReviews() {}

    /** A review as a person types it; Kafka gets it ten minutes after noon. */
    public static String json(String reviewer, String judgement, String postingId) {
        return "{\"reviewer\": \"" + reviewer + "\", \"judgement\": \"" + judgement
                + "\", \"source\": \"board\", \"postingId\": \"" + postingId
                + "\", \"reviewedAt\": \"2026-11-20T12:00:00Z\"}";
    }

    public static SourceRecord record(long offset, String value) {
        return record(offset, value.getBytes(StandardCharsets.UTF_8));
    }

    static SourceRecord record(long offset, byte[] value) {
        return new SourceRecord(
                "reviews", 0, offset, NOON.plusSeconds(600).toEpochMilli(), null, ByteBuffer.wrap(value), null, false);
    }

    static Review review(String reviewer, ReviewJudgement judgement, Instant time) {
        return Review.newBuilder()
                .setReviewer(reviewer)
                .setJudgement(judgement)
                .setSource("board")
                .setPostingId("1")
                .setReviewedAt(time)
                .build();
    }

    static WeighedReview weighed(String reviewer, ReviewJudgement judgement, boolean alone) {
        return new WeighedReview(review(reviewer, judgement, NOON), alone);
    }
}
