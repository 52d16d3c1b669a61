package org.lurewatch.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.web.view.ContactMask;
import org.lurewatch.web.view.StoredWarning;

/**
 * A warning as a person reads it.
 *
 * @param id its name
 * @param posting identifier of the posting, made harmless
 * @param source the site, made harmless; may be empty
 * @param at when it was warned of
 * @param tone name of the looks of the verdict
 * @param verdict in words
 * @param meaning what to make of the verdict
 * @param score what the score means
 * @param kinds about the kind of scam
 * @param kind a few words, or the empty string
 * @param language what is known of the language
 * @param reasons the strongest first
 * @param flip what would change the verdict
 * @param questions to ask
 * @param campaign the campaign, where one is known
 * @param revision from 1
 * @param posted when the posting appeared, or the empty string
 * @param scraped when it was read, or the empty string
 * @param bundle what decided
 * @param hidden whether contact details in it are hidden
 */
public record ShownWarning(
        String id,
        String posting,
        String source,
        String at,
        String tone,
        String verdict,
        String meaning,
        String score,
        List<ShownPosting.Kind> kinds,
        String kind,
        String language,
        List<ShownReason> reasons,
        Optional<String> flip,
        List<String> questions,
        Optional<String> campaign,
        int revision,
        String posted,
        String scraped,
        String bundle,
        boolean hidden) {
    private static final double USUAL_SHARE = 0.00067;

    /** The strongest reason in words. */
    public String strongest() {
        return reasons.isEmpty() ? "" : reasons.get(0).name();
    }

    /** @param reveal whether contact details are shown */
    static ShownWarning of(StoredWarning warning, boolean reveal, PageWords words) {
        ObjectNode json = reveal ? warning.json() : ContactMask.hide(warning.json());
        Verdict verdict = verdict(warning.verdict());
        List<ShownReason> reasons = new ArrayList<>();
        boolean hidden = json.path("hidden").asBoolean();
        boolean decisive = false;
        for (JsonNode evidence : json.path("evidence")) {
            reasons.add(ShownReason.of(reasons.size() + 1, evidence, words));
            hidden |= evidence.path("hidden").asBoolean();
            decisive |= evidence.path("decisive").asBoolean();
        }
        double baseRate = json.path("bundle").path("baseRate").asDouble(USUAL_SHARE);
        Optional<ScamType> type = warning.scamType().flatMap(ScamType::ofCode);
        Optional<ScamType> other = ScamType.ofCode(json.path("otherScamType").asText());
        List<String> questions = new ArrayList<>();
        json.path("questions").forEach(question -> questions.add(words.question(question.asText())));
        return new ShownWarning(
                warning.warningId(),
                MarkedText.visible(warning.postingId()),
                MarkedText.visible(warning.source()),
                words.time(warning.at()),
                ShownPosting.tone(verdict),
                words.verdict(verdict),
                words.say("verdict." + verdict.name() + ".meaning"),
                ScoreWords.of(warning.score(), baseRate > 0 ? baseRate : USUAL_SHARE, words),
                verdict.isSuspicious() ? ShownPosting.kinds(type, other, words) : List.of(),
                warning.scamType().map(words::kind).orElse(""),
                language(warning.language(), json.path("languageMeasured"), words),
                reasons,
                flip(json.path("flip"), decisive, verdict, words),
                questions,
                warning.campaignId(),
                warning.revision(),
                text(json, "postedAt"),
                text(json, "scrapedAt"),
                words.say(
                        "bundle.decided",
                        "version",
                        MarkedText.visible(json.path("bundle").path("version").asText()),
                        "digest",
                        MarkedText.visible(
                                cut(json.path("bundle").path("digest").asText()))),
                hidden);
    }

    /** A newer verdict that is not known here reads as unsure, as the schema has it. */
    static Verdict verdict(String name) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(name)) {
                return verdict;
            }
        }
        return Verdict.UNSURE;
    }

    private static Optional<String> flip(JsonNode flip, boolean decisive, Verdict verdict, PageWords words) {
        if (flip.isObject()) {
            return Optional.of(ShownPosting.flip(
                    words.verdict(verdict(flip.path("verdict").asText())),
                    flip.path("unlisted").asInt(),
                    words));
        }
        if (decisive) {
            return Optional.of(words.say("flip.rests"));
        }
        return verdict.isSuspicious() ? Optional.of(words.say("flip.none")) : Optional.empty();
    }

    private static String language(String code, JsonNode measured, PageWords words) {
        if (code.isEmpty() || code.equals("und")) {
            return words.say("language.unclear");
        }
        String name = words.languageName(code);
        return measured.isBoolean() && !measured.booleanValue()
                ? words.say("language.unmeasured", "language", name)
                : name;
    }

    private static String text(JsonNode json, String member) {
        JsonNode value = json.path(member);
        return value.isNull() ? "" : MarkedText.visible(value.asText());
    }

    private static String cut(String digest) {
        return digest.length() <= 12 ? digest : digest.substring(0, 12);
    }
}
