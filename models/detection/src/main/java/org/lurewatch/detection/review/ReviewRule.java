package org.lurewatch.detection.review;

import java.time.Duration;

/**
 * Guards against poisoning: only so many reviews of one reviewer take effect by themselves each day. Any beyond that
 * wait until another reviewer says the same of the same target.
 * See RATIONALE.md, "Reviewers have an allowance".
 */
public final class ReviewRule {
    /** The default number of reviews of one reviewer that count alone on one day. */
    public static final int MOST_ALONE_A_DAY = 50;

    private ReviewRule() {}

    /** Whether a review counts alone, and what is remembered of its reviewer afterwards. */
    public record Weighed(ReviewerMemory memory, boolean alone) {}

    /**
     * Weighs a review.
     *
     * @param time event time in milliseconds
     * @param mostAloneADay how many count alone on one day
     */
    public static Weighed weigh(ReviewerMemory memory, long time, int mostAloneADay) {
        long day = Math.floorDiv(time, Duration.ofDays(1).toMillis());
        boolean alone = !memory.isForgotten(day) && memory.reviews(day) < mostAloneADay;
        return new Weighed(alone ? memory.withOneMore(day) : memory, alone);
    }

    /** Adds an opinion to what is remembered of a target; an earlier one of the same reviewer no longer counts. */
    public static TargetMemory remember(TargetMemory memory, Opinion opinion) {
        return memory.with(opinion);
    }
}
