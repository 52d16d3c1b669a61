package org.lurewatch.codec.json;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.detection.review.Judgement;
import org.lurewatch.detection.review.Review;
import org.lurewatch.intake.json.JsonFields;
import org.lurewatch.intake.json.JsonTree;

/**
 * Reads one review from one JSON object, as a person may type it. {@code judgement} may be in lower case and with a
 * hyphen, as labels are. Fields with unknown names are ignored. Safe to share between threads.
 */
public final class JsonReviewReader {
    private final JsonTree tree;

    /** @param maxBytes limit on the size of one record */
    public JsonReviewReader(int maxBytes) {
        this.tree = JsonFields.parser(maxBytes);
    }

    /**
     * Reads the review from a record of UTF-8 bytes.
     *
     * @throws UnusablePostingException with the reason, if the record is not a review
     */
    public Review read(byte[] json) {
        JsonFields fields = JsonFields.of(tree, json, "a review");
        return new Review(
                orEmpty(fields.text("reviewId")),
                orEmpty(fields.text("source")),
                fields.text("postingId"),
                fields.text("campaignId"),
                judgement(fields.text("judgement")),
                orEmpty(fields.text("reviewer")),
                orEmpty(fields.text("note")),
                fields.time("reviewedAt"));
    }

    private static Judgement judgement(@Nullable String text) {
        String name = orEmpty(text).strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (Judgement judgement : Judgement.values()) {
            if (judgement.name().equals(name)) {
                return judgement;
            }
        }
        throw new UnusablePostingException(
                RejectReason.WRONG_TYPE, "judgement is scam, legitimate, about-scams or disputed");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
