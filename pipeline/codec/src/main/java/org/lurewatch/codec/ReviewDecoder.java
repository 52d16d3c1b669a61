package org.lurewatch.codec;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.lurewatch.codec.json.JsonReviewReader;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.detection.review.Judgement;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.schemas.TrustedClasses;

/** Reads one review from a record's bytes: Avro single-object encoding or JSON. For one thread at a time. */
public final class ReviewDecoder {
    static {
        TrustedClasses.register();
    }

    private final AvroOrJson<Review, org.lurewatch.detection.review.Review> records =
            new AvroOrJson<>(Review.class, ReviewDecoder::toDomain, new JsonReviewReader(AvroOrJson.MAX_BYTES)::read);

    /**
     * Reads the review from a record's value.
     *
     * @param value the value, or null if the record has none
     * @param kafkaTime the record's own time in milliseconds, or null. A review cannot have been given after Kafka got
     *     it; one that does not say when it was given gets this time.
     * @return the review with its time, which is never null
     * @throws UnusablePostingException with the reason, if the record is not a review; nothing else is thrown
     */
    public Review decode(byte @Nullable [] value, @Nullable Long kafkaTime) {
        return toAvro(records.read(value), kafkaTime);
    }

    private static org.lurewatch.detection.review.Review toDomain(Review review) {
        return new org.lurewatch.detection.review.Review(
                review.getReviewId(),
                review.getSource(),
                review.getPostingId(),
                review.getCampaignId(),
                Judgement.valueOf(review.getJudgement().name()),
                review.getReviewer(),
                review.getNote(),
                review.getReviewedAt());
    }

    private static Review toAvro(org.lurewatch.detection.review.Review review, @Nullable Long kafkaTime) {
        return new Review(
                review.reviewId(),
                review.source(),
                review.isOfAPosting() ? review.postingId() : null,
                review.isOfAPosting() ? null : review.campaignId(),
                ReviewJudgement.valueOf(review.judgement().name()),
                review.reviewer(),
                review.note(),
                time(review.reviewedAt(), kafkaTime));
    }

    private static Instant time(@Nullable Instant reviewedAt, @Nullable Long kafkaTime) {
        Instant received = Instant.ofEpochMilli(kafkaTime == null ? 0 : kafkaTime);
        Instant plausible =
                reviewedAt != null && (kafkaTime == null || reviewedAt.isBefore(received)) ? reviewedAt : received;
        return plausible.truncatedTo(ChronoUnit.MILLIS);
    }
}
