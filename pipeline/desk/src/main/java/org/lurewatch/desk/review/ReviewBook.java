package org.lurewatch.desk.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.detection.review.Judgement;
import org.lurewatch.detection.review.Opinion;
import org.lurewatch.detection.review.ReviewRule;
import org.lurewatch.detection.review.ReviewerMemory;
import org.lurewatch.detection.review.TargetMemory;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.Review;

/**
 * What reviewers said, put together by the rule that the running job goes by: the newest opinion of each reviewer counts,
 * most decide, as many against as for is a dispute, and beyond so many a day an opinion needs a second. A review of the
 * posting itself stands over one of its campaign.
 */
final class ReviewBook {
    private final Map<String, Standing> postings = new HashMap<>();
    private final Map<String, Standing> campaigns = new HashMap<>();
    private final Map<String, Campaign> known;

    /** @param known the newest record of each campaign, by its id */
    private ReviewBook(Map<String, Campaign> known) {
        this.known = known;
    }

    static ReviewBook of(List<Review> reviews, int mostAloneADay, Map<String, Campaign> known) {
        ReviewBook book = new ReviewBook(known);
        Map<String, ReviewerMemory> reviewers = new HashMap<>();
        Map<String, TargetMemory> ofPostings = new HashMap<>();
        Map<String, TargetMemory> ofCampaigns = new HashMap<>();
        List<Review> inOrder = new ArrayList<>(reviews);
        inOrder.sort(Comparator.comparing(Review::getReviewedAt));
        for (Review review : inOrder) {
            long time = review.getReviewedAt().toEpochMilli();
            ReviewRule.Weighed weighed = ReviewRule.weigh(
                    reviewers.getOrDefault(review.getReviewer(), ReviewerMemory.EMPTY), time, mostAloneADay);
            reviewers.put(review.getReviewer(), weighed.memory());
            Opinion opinion = new Opinion(
                    review.getReviewer(),
                    Judgement.valueOf(review.getJudgement().name()),
                    weighed.alone(),
                    time);
            boolean ofAPosting = review.getPostingId() != null;
            (ofAPosting ? ofPostings : ofCampaigns)
                    .merge(
                            ofAPosting ? review.getSource() + "/" + review.getPostingId() : review.getCampaignId(),
                            ReviewRule.remember(TargetMemory.EMPTY, opinion),
                            (before, unused) -> ReviewRule.remember(before, opinion));
        }
        ofPostings.forEach((key, memory) -> book.postings.put(key, memory.standing()));
        ofCampaigns.forEach(
                (id, memory) -> book.campaigns.merge(book.resolved(id), memory.standing(), Standing::together));
        return book;
    }

    /** The campaign that one turned out to be part of, or itself. */
    String resolved(String campaignId) {
        Set<String> visited = new HashSet<>();
        String id = campaignId;
        while (visited.add(id) && known.containsKey(id) && known.get(id).getMergedInto() != null) {
            id = known.get(id).getMergedInto();
        }
        return id;
    }

    /**
     * What is said of each posting that a review is about, by its key, in the order of the keys.
     *
     * @param campaignOf the campaigns of postings, by posting key
     */
    Map<String, Standing> byPosting(Map<String, String> campaignOf) {
        Map<String, Standing> all = new TreeMap<>();
        campaignOf.forEach((key, campaign) -> {
            Standing said = campaigns.get(resolved(campaign));
            if (said != null) {
                all.put(key, said);
            }
        });
        postings.forEach(
                (key, said) -> all.merge(key, said, (campaigns, own) -> own == Standing.OPEN ? campaigns : own));
        return all;
    }

    /** The label for what is said, where it is something to learn from. */
    static Optional<Label> label(Standing standing) {
        return switch (standing) {
            case CONFIRMED -> Optional.of(Label.SCAM);
            case CLEARED -> Optional.of(Label.LEGITIMATE);
            case ABOUT_SCAMS -> Optional.of(Label.ABOUT_SCAMS);
            case OPEN, DISPUTED -> Optional.empty();
        };
    }
}
