package org.lurewatch.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.campaign.Standing;
import org.lurewatch.detection.lists.ListRule;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.web.api.Recollection;
import org.lurewatch.web.view.StoredCampaign;

/**
 * A reason as a person reads it.
 *
 * @param number from 1, the strongest first
 * @param name what it points to
 * @param effect what it does to the score
 * @param width length of its bar, 1 to 100
 * @param employer whether it speaks for the employer
 * @param decisive whether the verdict rests on it
 * @param quote the words of the advert, made harmless; empty where it is known from elsewhere
 * @param hidden whether contact details in it are hidden
 * @param note what the quote was read as, or what is known from elsewhere; empty where there is nothing to say
 * @param field name of the field; empty where it is known from elsewhere
 * @param indicator id of the published indicator, or the empty string
 * @param source who says so, or the empty string
 * @param campaign id of the campaign that it is about, or the empty string
 */
public record ShownReason(
        int number,
        String name,
        String effect,
        int width,
        boolean employer,
        boolean decisive,
        String quote,
        boolean hidden,
        String note,
        String field,
        String indicator,
        String source,
        String campaign) {

    private static final double FULL_BAR = 4;
    private static final double LITTLE = 0.05;
    private static final String ALLOWED = ListRule.SIGNALS + "allow";
    private static final int LONGEST_QUOTE = 300;
    private static final String LEARNT = "learnt from labelled postings";
    private static final String OWN = "own knowledge";
    private static final String LISTS = "your lists";

    static ShownReason of(int number, Evidence evidence, PageWords words) {
        return of(
                number,
                evidence.signal(),
                evidence.contribution(),
                evidence.decisive(),
                evidence.quote(),
                false,
                evidence.phrase(),
                evidence.field().wireName(),
                evidence.indicator(),
                evidence.source(),
                words);
    }

    /** A reason of a warning, as JSON; where it has hidden parts, it says so. */
    static ShownReason of(int number, JsonNode evidence, PageWords words) {
        return of(
                number,
                evidence.path("signal").asText(),
                evidence.path("contribution").asDouble(),
                evidence.path("decisive").asBoolean(),
                evidence.path("quote").asText(),
                evidence.path("hidden").asBoolean(),
                evidence.path("phrase").asText(),
                evidence.path("field").asText(),
                evidence.path("indicator").asText(),
                evidence.path("source").asText(),
                words);
    }

    private static ShownReason of(
            int number,
            String signal,
            double contribution,
            boolean decisive,
            String quote,
            boolean hidden,
            String phrase,
            String field,
            String indicator,
            String source,
            PageWords words) {
        boolean employer = contribution < 0 || signal.equals(ALLOWED);
        return new ShownReason(
                number,
                words.signal(signal, employer),
                signal.startsWith(ListRule.SIGNALS) ? words.say("reason.listed") : effect(contribution, words),
                (int) Math.max(1, Math.round(100 * Math.min(1, Math.abs(contribution) / FULL_BAR))),
                employer,
                decisive,
                MarkedText.visible(cut(quote)),
                hidden,
                signal.startsWith(ListRule.SIGNALS) ? ListNote.of(phrase, words) : note(signal, quote, phrase),
                fieldName(field, words),
                indicator,
                source(source, words),
                "");
    }

    /** Something that is known from elsewhere and adds nothing to the score. */
    static ShownReason of(int number, Recollection known, PageWords words) {
        return new ShownReason(
                number,
                name(known, words),
                words.say("known.effect"),
                1,
                false,
                false,
                "",
                false,
                known.said().isEmpty()
                        ? known.campaign()
                                .map(campaign -> facts(campaign, words))
                                .orElse("")
                        : "",
                "",
                "",
                "",
                known.said().isEmpty()
                        ? known.campaign().map(StoredCampaign::campaignId).orElse("")
                        : "");
    }

    private static String name(Recollection known, PageWords words) {
        String id = known.campaign()
                .map(campaign -> MarkedText.visible(campaign.campaignId()))
                .orElse("");
        String said = said(known.said(), words);
        return switch (known.kind()) {
            case OWN_CAMPAIGN -> words.say("known.own", "id", id);
            case SAME_CONTACT -> words.say("known.contact", "id", id);
            case SAME_TEXT -> words.say("known.text", "id", id);
            case CAMPAIGN_REVIEWED -> words.say("known.campaign", "said", said);
            case OTHERS_REVIEWED -> words.say("known.others", "said", said);
            case REVIEWED -> words.say("course.why.reviewed", "standing", said);
        };
    }

    private static String facts(StoredCampaign campaign, PageWords words) {
        return words.say(
                "known.facts",
                "count",
                campaign.postings(),
                "verdict",
                words.verdict(
                        ShownWarning.verdict(campaign.json().path("verdict").asText())),
                "date",
                campaign.last().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }

    private static String said(Map<String, Long> counts, PageWords words) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> words.say("standing." + standing(count.getKey()).name()) + " (" + count.getValue() + ")")
                .collect(Collectors.joining(" · "));
    }

    /** What comes of a judgement; one that is not known here decides nothing. */
    private static Standing standing(String judgement) {
        return switch (judgement) {
            case "SCAM" -> Standing.CONFIRMED;
            case "LEGITIMATE" -> Standing.CLEARED;
            case "DISPUTED" -> Standing.DISPUTED;
            case "ABOUT_SCAMS" -> Standing.ABOUT_SCAMS;
            default -> Standing.OPEN;
        };
    }

    private static String effect(double contribution, PageWords words) {
        if (Math.abs(contribution) < LITTLE) {
            return words.say("reason.little");
        }
        String factor = words.number(Math.exp(Math.min(20, Math.abs(contribution))));
        return words.say(contribution < 0 ? "reason.less" : "reason.more", "factor", factor);
    }

    /** A concept's words only say again what the signal does. Pay has its own place on the page. */
    private static String note(String signal, String quote, String phrase) {
        boolean saysAgain = phrase.isEmpty()
                || phrase.equalsIgnoreCase(quote.strip())
                || signal.startsWith("said.")
                || signal.startsWith("concept.")
                || signal.startsWith("pay.");
        return saysAgain ? "" : MarkedText.visible(cut(phrase));
    }

    private static String fieldName(String wireName, PageWords words) {
        Optional<PostingField> field = PostingField.ofWireName(wireName);
        return field.map(known -> words.say("field." + known.wireName())).orElse("");
    }

    private static String source(String source, PageWords words) {
        return switch (source) {
            case LEARNT -> words.say("reason.source.learnt");
            case OWN -> words.say("reason.source.own");
            case LISTS -> words.say("reason.source.lists");
            default -> source;
        };
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
