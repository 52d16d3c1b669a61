package org.lurewatch.web.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.web.api.Recollection.Kind;
import org.lurewatch.web.view.StoredCampaign;
import org.lurewatch.web.view.StoredReview;
import org.lurewatch.web.view.ViewStore;

/**
 * What the view knows of a posting: its campaign, those that give its contacts or read as it does, and what reviewers said of
 * it or of them. It is told as evidence that adds nothing to the score: what it comes to is decided by the job, which sees
 * all postings.
 */
public final class ViewMemory implements PostingMemory {
    private static final int MOST_MERGES = 20;

    private final ViewStore view;

    public ViewMemory(ViewStore view) {
        this.view = Objects.requireNonNull(view);
    }

    @Override
    public Known recall(JobPosting posting, Assessment assessment) {
        List<String> handles = handles(assessment);
        Footprint beginning = ViewStore.comparable(assessment.footprint());
        if (!view.mayKnow(assessment.source(), assessment.postingId(), handles, assessment.modelVerdict(), beginning)) {
            return NOTHING.recall(posting, assessment);
        }
        List<Recollection> known = new ArrayList<>();
        Optional<StoredCampaign> own =
                view.campaignOf(assessment.source(), assessment.postingId()).flatMap(this::campaign);
        Optional<StoredCampaign> people = own.isPresent() ? own : view.largestWith(handles);
        people.ifPresent(found -> {
            known.add(Recollection.of(own.isPresent() ? Kind.OWN_CAMPAIGN : Kind.SAME_CONTACT, found));
            known.addAll(reviews(found, false));
        });
        Optional<StoredCampaign> text = view.largestWithText(assessment.modelVerdict(), beginning)
                .filter(found -> people.isEmpty() || !people.get().campaignId().equals(found.campaignId()));
        text.ifPresent(found -> {
            known.add(Recollection.of(Kind.SAME_TEXT, found));
            known.addAll(reviews(found, true));
        });
        said(Kind.REVIEWED, Optional.empty(), view.reviewsOf(assessment.source(), assessment.postingId()))
                .ifPresent(known::add);
        return Known.of(posting, assessment, people.or(() -> text).map(StoredCampaign::campaignId), known);
    }

    /** That one, or the one that it turned out to be part of. */
    private Optional<StoredCampaign> campaign(String id) {
        Optional<StoredCampaign> found = view.campaign(id);
        for (int step = 0;
                step < MOST_MERGES && found.flatMap(StoredCampaign::mergedInto).isPresent();
                step++) {
            found = view.campaign(found.get().mergedInto().get());
        }
        return found;
    }

    private static List<String> handles(Assessment assessment) {
        return assessment.footprint().handles().stream()
                .map(handle -> handle.kind() + ":" + handle.value())
                .toList();
    }

    /** @param byTextAlone whether the posting is known by its text alone: copying a text that was cleared clears nobody */
    private List<Recollection> reviews(StoredCampaign campaign, boolean byTextAlone) {
        List<Recollection> known = new ArrayList<>();
        said(Kind.CAMPAIGN_REVIEWED, Optional.of(campaign), view.reviewsOfCampaign(campaign.campaignId()))
                .ifPresent(known::add);
        said(Kind.OTHERS_REVIEWED, Optional.of(campaign), view.reviewsOfPostings(campaign))
                .ifPresent(known::add);
        known.removeIf(each -> byTextAlone && !each.said().containsKey(ReviewJudgement.SCAM.name()));
        return known;
    }

    /** The newest word of each reviewer on each posting, counted. */
    private static Optional<Recollection> said(
            Kind kind, Optional<StoredCampaign> campaign, List<StoredReview> reviews) {
        Map<List<String>, String> newest = new HashMap<>();
        reviews.forEach(review -> newest.putIfAbsent(
                List.of(
                        review.reviewer(),
                        review.json().path("source").asText(),
                        review.json().path("postingId").asText()),
                review.judgement()));
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Recollection(
                        kind,
                        campaign,
                        newest.values().stream()
                                .collect(Collectors.groupingBy(judgement -> judgement, Collectors.counting()))));
    }
}
