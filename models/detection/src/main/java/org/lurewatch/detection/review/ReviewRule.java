package org.lurewatch.detection.review;

import java.time.Duration;

/**
 * Guards against poisoning: of one reviewer, only so many reviews a day take effect by themselves; what is beyond waits
 * for another reviewer to say the same of the same target. See RATIONALE.md, "Reviewers have an allowance".
 */
public final class ReviewRule {
    /** Reviews of one reviewer that count alone on one day, where nothing else is set. */
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

    /** What is remembered of a target after one more opinion; an earlier one of the same reviewer no longer counts. */
    public static TargetMemory hear(TargetMemory memory, Opinion opinion) {
        return memory.with(opinion);
    }
}
