package org.lurewatch.detection.review;

import java.time.Instant;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * What a reviewer says of one posting or of one campaign.
 *
 * @param reviewId the writer's name for it, or the empty string
 * @param source the platform of the posting, or the empty string
 * @param postingId identifier of the posting, or null
 * @param campaignId the campaign, or null; exactly one of the two is given
 * @param judgement what is said
 * @param reviewer who says it, never blank
 * @param note why; may be empty
 * @param reviewedAt when, or null where the writer did not say
 */
public record Review(
        String reviewId,
        String source,
        String postingId,
        String campaignId,
        Judgement judgement,
        String reviewer,
        String note,
        Instant reviewedAt) {
    /** Identifier and source make up a posting's key, which has this limit too, in UTF-16 units. */
    public static final int LONGEST_KEY_PART = 1_000;

    /** A bound, because names are kept in state for each target. */
    public static final int LONGEST_NAME = 100;

    public static final int LONGEST_NOTE = 1_000;

    /** @throws UnusablePostingException where it names no target or two of them, names no reviewer, or is too long */
    public Review {
        check("reviewId", reviewId, LONGEST_NAME);
        check("source", source, LONGEST_KEY_PART);
        check("postingId", postingId, LONGEST_KEY_PART);
        check("campaignId", campaignId, LONGEST_NAME);
        check("reviewer", reviewer, LONGEST_NAME);
        check("note", note, LONGEST_NOTE);
        if (isBlank(postingId) == isBlank(campaignId)) {
            throw new UnusablePostingException(
                    RejectReason.MISSING_IDENTIFIER, "a review names either a posting or a campaign");
        }
        if (isBlank(reviewer)) {
            throw new UnusablePostingException(RejectReason.MISSING_IDENTIFIER, "a review names its reviewer");
        }
    }

    /** Whether it is about a posting rather than a campaign. */
    public boolean isOfAPosting() {
        return !isBlank(postingId);
    }

    private static void check(String name, String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new UnusablePostingException(
                    RejectReason.FIELD_TOO_LONG, name + " is longer than " + longest + " characters");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
