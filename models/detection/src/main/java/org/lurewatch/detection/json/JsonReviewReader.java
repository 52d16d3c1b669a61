package org.lurewatch.detection.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.PostingTimes;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.detection.review.Judgement;
import org.lurewatch.detection.review.Review;

/**
 * Reads one review from one JSON object, as a person may type it. {@code judgement} may be in small letters and with a
 * hyphen, as labels are. Fields of unknown name are left out. Safe to share between threads.
 */
public final class JsonReviewReader {
    private final JsonTree tree;

    /** @param maxBytes of one record */
    public JsonReviewReader(int maxBytes) {
        this.tree = new JsonTree(new PostingLimits(maxBytes, maxBytes));
    }

    /**
     * The review in a record of UTF-8 bytes.
     *
     * @throws UnusablePostingException with the reason, where the record is no review
     */
    public Review read(byte[] json) {
        JsonNode node = tree.parse(json);
        if (!node.isObject()) {
            throw new UnusablePostingException(RejectReason.WRONG_TYPE, "a review is one JSON object");
        }
        return new Review(
                orEmpty(text(node, "reviewId")),
                orEmpty(text(node, "source")),
                text(node, "postingId"),
                text(node, "campaignId"),
                judgement(text(node, "judgement")),
                orEmpty(text(node, "reviewer")),
                orEmpty(text(node, "note")),
                time(text(node, "reviewedAt")));
    }

    private static Judgement judgement(String text) {
        String name = orEmpty(text).strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (Judgement judgement : Judgement.values()) {
            if (judgement.name().equals(name)) {
                return judgement;
            }
        }
        throw new UnusablePostingException(
                RejectReason.WRONG_TYPE, "judgement is scam, legitimate, about-scams or disputed");
    }

    private static Instant time(String text) {
        return text == null
                ? null
                : PostingTimes.parse(text)
                        .orElseThrow(() ->
                                new UnusablePostingException(RejectReason.WRONG_TYPE, "reviewedAt is no date or time"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new UnusablePostingException(RejectReason.WRONG_TYPE, name + " is no text");
        }
        return value.asText();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
