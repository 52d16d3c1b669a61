package org.lurewatch.job.codec;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.MissingSchemaException;
import org.lurewatch.detection.json.JsonReviewReader;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.detection.review.Judgement;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** Reads one review from a record's bytes: Avro single-object encoding or JSON. For one thread at a time. */
public final class ReviewDecoder {
    /** More than the longest review takes, whatever its script. */
    static final int MAX_REVIEW_BYTES = 32 << 10;

    private final JsonReviewReader json = new JsonReviewReader(MAX_REVIEW_BYTES);
    private final SingleObjectEncoding<Review> avro = SingleObjectEncoding.of(Review.class, WriterSchemas.known());

    /**
     * The review in a record's value.
     *
     * @param value the value, or null where the record has none
     * @param kafkaTime the record's own time in milliseconds, or null. A review cannot have been given after Kafka got
     *     it, and one that does not say when was given then.
     * @return with its time, which is never null
     * @throws UnusablePostingException with the reason, where the record is no review; nothing else is thrown
     */
    public Review decode(byte[] value, Long kafkaTime) {
        if (value == null || value.length == 0) {
            throw new UnusablePostingException(RejectReason.EMPTY_RECORD, "the record is empty");
        }
        if (value.length > MAX_REVIEW_BYTES) {
            throw new UnusablePostingException(
                    RejectReason.POSTING_TOO_LARGE, "the review is larger than " + MAX_REVIEW_BYTES + " bytes");
        }
        return toAvro(SingleObjectEncoding.hasMarker(value) ? decodeAvro(value) : json.read(value), kafkaTime);
    }

    private org.lurewatch.detection.review.Review decodeAvro(byte[] value) {
        Review review;
        try {
            review = avro.decode(value);
        } catch (BadHeaderException e) {
            throw new UnusablePostingException(
                    RejectReason.MALFORMED_AVRO,
                    "the record ends within the header of Avro's single-object encoding",
                    e);
        } catch (MissingSchemaException e) {
            throw new UnusablePostingException(RejectReason.UNKNOWN_SCHEMA, e.getMessage(), e);
        } catch (AvroRuntimeException e) {
            throw new UnusablePostingException(
                    RejectReason.MALFORMED_AVRO, "the bytes do not fit the Avro schema that they name", e);
        }
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

    private static Review toAvro(org.lurewatch.detection.review.Review review, Long kafkaTime) {
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

    private static Instant time(Instant reviewedAt, Long kafkaTime) {
        Instant received = Instant.ofEpochMilli(kafkaTime == null ? 0 : kafkaTime);
        boolean plausible = reviewedAt != null && (kafkaTime == null || reviewedAt.isBefore(received));
        return (plausible ? reviewedAt : received).truncatedTo(ChronoUnit.MILLIS);
    }
}
