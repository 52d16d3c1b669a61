package org.lurewatch.codec;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.review.Judgement;
import org.lurewatch.detection.review.Opinion;
import org.lurewatch.detection.review.ReviewerMemory;
import org.lurewatch.detection.review.TargetMemory;
import org.lurewatch.schemas.AcceptedReview;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewDay;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.schemas.ReviewerState;
import org.lurewatch.schemas.TargetState;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.WeighedReview;

/** Reviews and what is remembered of them, converted between Avro and the domain's types. */
public final class ReviewRecords {
    static {
        TrustedClasses.register();
    }

    private ReviewRecords() {}

    /** Names what a review is about, the same for all reviews of it. */
    public static String target(Review review) {
        return review.getPostingId() != null
                ? "posting " + WarningEncoder.warningId(review.getSource(), review.getPostingId())
                : "campaign " + review.getCampaignId();
    }

    /** What a review says, with its weight. */
    public static Opinion opinion(WeighedReview weighed) {
        Review review = weighed.getReview();
        return new Opinion(
                review.getReviewer(),
                Judgement.valueOf(review.getJudgement().name()),
                weighed.getAlone(),
                review.getReviewedAt().toEpochMilli());
    }

    /** A review as it takes effect. */
    public static AcceptedReview accepted(Review review, CampaignStanding standing) {
        boolean ofAPosting = review.getPostingId() != null;
        return new AcceptedReview(
                ofAPosting ? WarningEncoder.warningId(review.getSource(), review.getPostingId()) : null,
                ofAPosting ? null : review.getCampaignId(),
                standing,
                review.getReviewedAt().toEpochMilli());
    }

    /** How much a reviewer has said; empty for null. */
    public static ReviewerMemory toDomain(@Nullable ReviewerState state) {
        return state == null
                ? ReviewerMemory.EMPTY
                : new ReviewerMemory(state.getDays().stream()
                        .map(day -> new ReviewerMemory.Day(day.getDay(), day.getReviews()))
                        .sorted(Comparator.comparingLong(ReviewerMemory.Day::day))
                        .toList());
    }

    /** How much a reviewer has said, for the state. */
    public static ReviewerState toAvro(ReviewerMemory memory) {
        return new ReviewerState(memory.days().stream()
                .map(day -> new ReviewDay(day.day(), day.reviews()))
                .toList());
    }

    /** What was said of a target; empty for null. */
    public static TargetMemory toDomain(@Nullable TargetState state) {
        return state == null
                ? TargetMemory.EMPTY
                : new TargetMemory(state.getOpinions().stream()
                        .map(opinion -> new Opinion(
                                opinion.getReviewer(),
                                Judgement.valueOf(opinion.getJudgement().name()),
                                opinion.getAlone(),
                                opinion.getTime()))
                        .toList());
    }

    /** What was said of a target, for the state. */
    public static TargetState toAvro(TargetMemory memory) {
        List<org.lurewatch.schemas.Opinion> opinions = memory.opinions().stream()
                .map(opinion -> new org.lurewatch.schemas.Opinion(
                        opinion.reviewer(),
                        ReviewJudgement.valueOf(opinion.judgement().name()),
                        opinion.alone(),
                        opinion.time()))
                .toList();
        return new TargetState(opinions);
    }
}
