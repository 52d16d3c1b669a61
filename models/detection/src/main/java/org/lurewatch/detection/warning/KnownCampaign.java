package org.lurewatch.detection.warning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.CampaignEntry;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.detection.campaign.Template;

/**
 * What is known of a campaign to publish it. Everything is bounded.
 *
 * @param postings its oldest postings
 * @param texts of its oldest postings
 * @param count how many postings belong to it
 * @param handles contacts as KIND:value
 * @param sources platforms
 * @param languages BCP 47 tags
 * @param firstSeen event time of the oldest posting, in milliseconds
 * @param lastSeen event time of the newest posting, in milliseconds
 * @param mergedInto the campaign it became part of
 * @param template what these texts, or some of them, have in common
 * @param published what was published last
 * @param due when growth that was not published yet is to be, in milliseconds; 0 where there is none
 */
public record KnownCampaign(
        List<CampaignPosting> postings,
        List<CampaignText> texts,
        int count,
        List<String> handles,
        List<String> sources,
        List<String> languages,
        long firstSeen,
        long lastSeen,
        Optional<String> mergedInto,
        Optional<Template> template,
        Optional<PublicCampaign> published,
        long due) {
    static final KnownCampaign NOTHING = new KnownCampaign(
            List.of(),
            List.of(),
            0,
            List.of(),
            List.of(),
            List.of(),
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);

    public KnownCampaign {
        postings = List.copyOf(postings);
        texts = List.copyOf(texts);
        handles = List.copyOf(handles);
        sources = List.copyOf(sources);
        languages = List.copyOf(languages);
        Objects.requireNonNull(mergedInto);
        Objects.requireNonNull(template);
        Objects.requireNonNull(published);
    }

    /** Whether growth waits that is to be published by now. */
    public boolean isDue(long now) {
        return due != 0 && due <= now;
    }

    /**
     * Whether readers are told of it at all: there are two postings or more and one is suspicious, or they were told
     * before. An honest employer's forty cities are nobody's business.
     */
    boolean isPublic() {
        return published.isPresent()
                || mergedInto.isEmpty()
                        && size() >= CampaignEntry.FEWEST_REPORTED
                        && (standing() == Standing.CONFIRMED
                                || postings.stream()
                                        .anyMatch(posting -> posting.verdict().isSuspicious()));
    }

    /** Nothing is said any more of a campaign whose readers know that it became part of another one. */
    boolean isOver() {
        return published.flatMap(PublicCampaign::mergedInto).isPresent();
    }

    int size() {
        return Math.max(count, postings.size());
    }

    Standing standing() {
        return postings.stream().map(CampaignPosting::standing).reduce(Standing.OPEN, Standing::together);
    }

    Verdict verdict() {
        Verdict gravest = postings.stream()
                .map(CampaignPosting::verdict)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.NO_SIGN_FOUND);
        return switch (standing()) {
            case OPEN -> gravest;
            case CONFIRMED -> Verdict.LIKELY_SCAM;
            case CLEARED -> Verdict.NO_SIGN_FOUND;
            case DISPUTED -> gravest == Verdict.LIKELY_SCAM ? Verdict.UNSURE : gravest;
            case ABOUT_SCAMS -> Verdict.ABOUT_SCAMS;
        };
    }

    /** Whether it knows anything of this posting. */
    boolean knows(String posting) {
        return postings.stream().anyMatch(known -> known.posting().equals(posting))
                || texts.stream().anyMatch(known -> known.posting().equals(posting));
    }

    /** The same without what it knows of a posting, and without contacts that no other one is known to give. */
    KnownCampaign without(String posting) {
        Map<Boolean, List<CampaignPosting>> split = postings.stream()
                .collect(Collectors.partitioningBy(known -> known.posting().equals(posting)));
        Set<String> given = handlesOf(split.get(false));
        Set<String> gone = handlesOf(split.get(true));
        return new KnownCampaign(
                split.get(false),
                texts.stream().filter(known -> !known.posting().equals(posting)).toList(),
                count,
                handles.stream()
                        .filter(handle -> given.contains(handle) || !gone.contains(handle))
                        .toList(),
                sources,
                languages,
                firstSeen,
                lastSeen,
                mergedInto,
                template,
                published,
                due);
    }

    private static Set<String> handlesOf(List<CampaignPosting> postings) {
        return postings.stream().flatMap(each -> each.handles().stream()).collect(Collectors.toSet());
    }

    KnownCampaign mergedInto(String other) {
        return changed(Optional.of(other), template, published, due);
    }

    KnownCampaign withTemplate(Optional<Template> found) {
        return changed(mergedInto, found, published, due);
    }

    KnownCampaign published(PublicCampaign current) {
        return changed(mergedInto, template, Optional.of(current), 0);
    }

    KnownCampaign due(long time) {
        return changed(mergedInto, template, published, time);
    }

    private KnownCampaign changed(
            Optional<String> newMergedInto,
            Optional<Template> newTemplate,
            Optional<PublicCampaign> newPublished,
            long newDue) {
        return new KnownCampaign(
                postings,
                texts,
                count,
                handles,
                sources,
                languages,
                firstSeen,
                lastSeen,
                newMergedInto,
                newTemplate,
                newPublished,
                newDue);
    }
}
