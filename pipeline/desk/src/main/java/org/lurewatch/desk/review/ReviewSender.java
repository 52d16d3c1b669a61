package org.lurewatch.desk.review;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.RecordSender;
import org.lurewatch.detection.review.Judgement;
import org.lurewatch.detection.review.Review;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** Makes reviews and sends them to their topic. */
public final class ReviewSender {
    private final Map<String, String> settings;
    private final String topic;

    /** @param settings of the Kafka client, with {@code bootstrap.servers} */
    public ReviewSender(Map<String, String> settings, String topic) {
        this.settings = Map.copyOf(settings);
        this.topic = topic;
    }

    /**
     * A review of a posting.
     *
     * @param source the platform, or the empty string
     * @param at when it is given; finer than milliseconds is cut off
     * @throws org.lurewatch.detection.posting.UnusablePostingException where it names no posting, no reviewer, or is too
     *     long
     */
    public static Review ofPosting(
            String source, String postingId, Judgement judgement, String reviewer, String note, Instant at) {
        return review(source, postingId, null, judgement, reviewer, note, at);
    }

    /** The same of a campaign. */
    public static Review ofCampaign(String campaignId, Judgement judgement, String reviewer, String note, Instant at) {
        return review("", null, campaignId, judgement, reviewer, note, at);
    }

    private static Review review(
            String source,
            String postingId,
            String campaignId,
            Judgement judgement,
            String reviewer,
            String note,
            Instant at) {
        Instant time = at.truncatedTo(ChronoUnit.MILLIS);
        String posting = postingId == null ? null : source + "/" + postingId;
        String said = judgement.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String id = UUID.nameUUIDFromBytes(
                        String.join("\0", "" + posting, "" + campaignId, said, reviewer, time.toString())
                                .getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Review(id, source, postingId, campaignId, judgement, reviewer, note, time);
    }

    /**
     * Sends a review and waits until the broker has it.
     *
     * @return its key on the topic: the campaign, or source and posting
     * @throws org.lurewatch.desk.DeskException where the broker does not answer, has no such topic or does not take it
     */
    public String send(Review review) {
        new KafkaTopic(settings, topic).require();
        new RecordSender(settings).send(record(topic, review), "the review");
        return key(review);
    }

    /** A review as it is sent. */
    public static ProducerRecord<byte[], byte[]> record(String topic, Review review) {
        byte[] value = SingleObjectEncoding.of(org.lurewatch.schemas.Review.class, WriterSchemas.known())
                .encode(toAvro(review));
        return new ProducerRecord<>(topic, key(review).getBytes(StandardCharsets.UTF_8), value);
    }

    private static org.lurewatch.schemas.Review toAvro(Review review) {
        return new org.lurewatch.schemas.Review(
                review.reviewId(),
                review.source(),
                review.postingId(),
                review.campaignId(),
                ReviewJudgement.valueOf(review.judgement().name()),
                review.reviewer(),
                review.note(),
                review.reviewedAt());
    }

    /** Reviews of one target lie in one partition, and so in the order in which they were given. */
    private static String key(Review review) {
        return review.postingId() == null ? review.campaignId() : review.source() + "/" + review.postingId();
    }
}
