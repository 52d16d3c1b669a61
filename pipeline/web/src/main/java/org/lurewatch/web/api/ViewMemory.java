package org.lurewatch.web.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.web.view.StoredCampaign;
import org.lurewatch.web.view.StoredReview;
import org.lurewatch.web.view.StoredWarning;
import org.lurewatch.web.view.ViewStore;

/**
 * What the view knows of a posting: campaigns that give its contacts, and what reviewers said of it or of them. It is told as
 * evidence that adds nothing to the score: what it comes to is decided by the job, which sees all postings.
 */
public final class ViewMemory implements PostingMemory {
    static final String CAMPAIGN = "campaign_same_people";
    static final String CAMPAIGN_REVIEW = "campaign_review";
    static final String REVIEW = "review";

    private static final String FROM_OTHERS = "other postings by the same people";
    private static final String FROM_REVIEWS = "verdicts of reviewers";
    private static final int MOST_CAMPAIGNS = 20;

    private final ViewStore view;

    public ViewMemory(ViewStore view) {
        this.view = Objects.requireNonNull(view);
    }

    @Override
    public Known recall(JobPosting posting, Assessment assessment) {
        Optional<StoredCampaign> own = view.warningOf(assessment.source(), assessment.postingId())
                .flatMap(StoredWarning::campaignId)
                .flatMap(this::campaign);
        Optional<StoredCampaign> campaign = own.isPresent() ? own : byContact(assessment);
        List<Evidence> known = new ArrayList<>();
        PostingField place = posting.texts().keySet().stream().findFirst().orElse(PostingField.DESCRIPTION);
        campaign.ifPresent(found -> known.addAll(evidence(found, own.isPresent(), place)));
        said(view.reviewsOf(assessment.source(), assessment.postingId()))
                .ifPresent(said ->
                        known.add(evidence(REVIEW, FROM_REVIEWS, place, "reviewers say of this posting: " + said)));
        return new Known(
                known.isEmpty() ? assessment : with(assessment, known), campaign.map(StoredCampaign::campaignId));
    }

    /** That one, or the one that it turned out to be part of. */
    private Optional<StoredCampaign> campaign(String id) {
        Optional<StoredCampaign> found = view.campaign(id);
        for (int step = 0;
                step < MOST_CAMPAIGNS
                        && found.flatMap(StoredCampaign::mergedInto).isPresent();
                step++) {
            found = view.campaign(found.get().mergedInto().get());
        }
        return found;
    }

    private Optional<StoredCampaign> byContact(Assessment assessment) {
        List<String> handles = assessment.footprint().handles().stream()
                .map(handle -> handle.kind() + ":" + handle.value())
                .toList();
        return view.campaignsWith(handles, MOST_CAMPAIGNS).stream()
                .max(Comparator.comparingLong(StoredCampaign::postings).thenComparing(StoredCampaign::campaignId));
    }

    /** @param own whether the posting itself is known to belong to it */
    private List<Evidence> evidence(StoredCampaign campaign, boolean own, PostingField place) {
        List<Evidence> known = new ArrayList<>();
        known.add(evidence(
                CAMPAIGN,
                FROM_OTHERS,
                place,
                (own ? "this posting belongs to campaign " : "the same contact is given in campaign ")
                        + campaign.campaignId() + ": " + campaign.postings()
                        + (campaign.postings() == 1 ? " posting" : " postings") + ", "
                        + words(campaign.json().path("verdict").asText()) + ", the latest of "
                        + LocalDate.ofInstant(campaign.last(), ZoneOffset.UTC)));
        said(view.reviewsOfCampaign(campaign.campaignId()))
                .ifPresent(said -> known.add(
                        evidence(CAMPAIGN_REVIEW, FROM_REVIEWS, place, "reviewers say of this campaign: " + said)));
        return known;
    }

    /** The newest word of each reviewer, counted. */
    private static Optional<String> said(List<StoredReview> reviews) {
        Map<String, String> newest = new LinkedHashMap<>();
        reviews.forEach(review -> newest.putIfAbsent(review.reviewer(), words(review.judgement())));
        Map<String, Long> counts = newest.values().stream()
                .collect(Collectors.groupingBy(said -> said, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(counts.entrySet().stream()
                        .map(count -> count.getKey() + " (" + count.getValue() + ")")
                        .collect(Collectors.joining(", ")));
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** It stands in no field; the first one is named because evidence names one. */
    private static Evidence evidence(String signal, String source, PostingField field, String phrase) {
        return new Evidence(signal, "", source, field, 0, 0, "", phrase, "", 0, 0, false);
    }

    private static Assessment with(Assessment assessment, List<Evidence> known) {
        List<Evidence> all = new ArrayList<>(assessment.evidence());
        all.addAll(known);
        return new Assessment(
                assessment.postingId(),
                assessment.source(),
                assessment.score(),
                assessment.verdict(),
                assessment.scamType(),
                assessment.otherScamType(),
                all,
                assessment.flip(),
                assessment.questions(),
                assessment.bundle(),
                assessment.policy(),
                assessment.thresholds(),
                assessment.language(),
                assessment.footprint(),
                assessment.notes(),
                assessment.alone(),
                assessment.unlisted());
    }
}
