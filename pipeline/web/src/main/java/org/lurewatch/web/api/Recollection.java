package org.lurewatch.web.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.web.view.StoredCampaign;

/**
 * Something that is remembered of a posting.
 *
 * @param campaign the one it is about; empty where it is about the posting alone
 * @param said what reviewers say: judgement as on the wire, and how many; empty where it is no review
 */
public record Recollection(Kind kind, Optional<StoredCampaign> campaign, Map<String, Long> said) {
    private static final String FROM_OTHERS = "other postings by the same people";
    private static final String FROM_REVIEWS = "verdicts of reviewers";
    private static final String REVIEWED_OTHERS = "campaign_review";

    /** What is remembered. */
    public enum Kind {
        OWN_CAMPAIGN("campaign_same_people", FROM_OTHERS, "this posting belongs to campaign "),
        SAME_CONTACT("campaign_same_people", FROM_OTHERS, "the same contact is given in campaign "),
        SAME_TEXT("campaign_same_text", FROM_OTHERS, "nearly the same text as in campaign "),
        CAMPAIGN_REVIEWED(REVIEWED_OTHERS, FROM_REVIEWS, "reviewers say of this campaign: "),
        OTHERS_REVIEWED(REVIEWED_OTHERS, FROM_REVIEWS, "reviewers say of postings in this campaign: "),
        REVIEWED("review", FROM_REVIEWS, "reviewers say of this posting: ");

        private final String signal;
        private final String source;
        private final String beginning;

        Kind(String signal, String source, String beginning) {
            this.signal = signal;
            this.source = source;
            this.beginning = beginning;
        }
    }

    public Recollection {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(campaign);
        said = Map.copyOf(said);
    }

    static Recollection of(Kind kind, StoredCampaign campaign) {
        return new Recollection(kind, Optional.of(campaign), Map.of());
    }

    /** Name of the signal that its evidence has. */
    public String signal() {
        return kind.signal;
    }

    /** Evidence that adds nothing to the score. @param field stands for a place in the posting; it has none */
    Evidence evidence(PostingField field) {
        String text = kind.beginning + (said.isEmpty() ? facts(campaign.orElseThrow()) : words());
        return new Evidence(kind.signal, "", kind.source, field, 0, 0, "", text, "", 0, 0, false);
    }

    private static String facts(StoredCampaign campaign) {
        return campaign.campaignId() + ": " + campaign.postings()
                + (campaign.postings() == 1 ? " posting" : " postings") + ", "
                + words(campaign.json().path("verdict").asText()) + ", the latest of "
                + LocalDate.ofInstant(campaign.last(), ZoneOffset.UTC);
    }

    private String words() {
        return said.entrySet().stream()
                .map(count -> words(count.getKey()) + " (" + count.getValue() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
