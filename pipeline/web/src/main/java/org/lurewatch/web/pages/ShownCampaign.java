package org.lurewatch.web.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.web.view.ContactMask;
import org.lurewatch.web.view.StoredCampaign;
import org.lurewatch.web.view.StoredWarning;

/**
 * A campaign as a person reads it.
 *
 * @param id its name
 * @param postings how many belong to it
 * @param tone name of the looks of its verdict
 * @param verdict in words
 * @param kinds about the kind of scam
 * @param template the words that its postings share, cut at the places where they differ; empty where there is none
 * @param slots those places
 * @param handles contacts
 * @param sites where its postings were read
 * @param languages by name
 * @param employers how many are named
 * @param first when the oldest posting appeared
 * @param last when the newest did
 * @param standing what reviewers say
 * @param mergedInto the campaign that it turned out to be part of
 * @param days warnings by day, the newest first
 * @param hidden whether contact details in it are hidden
 */
public record ShownCampaign(
        String id,
        long postings,
        String tone,
        String verdict,
        List<ShownPosting.Kind> kinds,
        List<Part> template,
        List<Slot> slots,
        List<String> handles,
        String sites,
        String languages,
        int employers,
        String first,
        String last,
        String standing,
        Optional<String> mergedInto,
        List<Day> days,
        boolean hidden) {
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]{1,20})\\}");

    /** A stretch of the template. @param slot whether postings differ there */
    public record Part(String text, boolean slot) {}

    /** A place where postings differ. */
    public record Slot(String kind, String examples) {}

    /** A day of the timeline. @param width length of its bar, 1 to 100 */
    public record Day(String day, int warnings, int width) {}

    /**
     * @param warnings of the campaign
     * @param reveal whether contact details are shown
     */
    static ShownCampaign of(StoredCampaign campaign, List<StoredWarning> warnings, boolean reveal, PageWords words) {
        ObjectNode json = reveal ? campaign.json() : ContactMask.hide(campaign.json());
        Verdict verdict = ShownWarning.verdict(json.path("verdict").asText());
        List<Slot> slots = new ArrayList<>();
        for (JsonNode slot : json.path("slots")) {
            slots.add(new Slot(slotName(slot.path("kind").asText(), words), joined(slot.path("examples"))));
        }
        List<String> handles = new ArrayList<>();
        json.path("handles").forEach(handle -> handles.add(handle(handle.asText(), words)));
        List<String> languages = new ArrayList<>();
        json.path("languages").forEach(code -> languages.add(words.languageName(code.asText())));
        String standing = "standing." + json.path("standing").asText();
        return new ShownCampaign(
                campaign.campaignId(),
                campaign.postings(),
                ShownPosting.tone(verdict),
                words.verdict(verdict),
                ShownPosting.kinds(campaign.scamType().flatMap(ScamType::ofCode), Optional.empty(), words),
                parts(json.path("template").isTextual() ? json.path("template").asText() : "", words),
                slots,
                handles,
                joined(json.path("sources")),
                String.join(", ", languages),
                json.path("employers").asInt(),
                words.time(campaign.first()),
                words.time(campaign.last()),
                PageWords.has(standing) ? words.say(standing) : "",
                campaign.mergedInto(),
                days(warnings),
                json.path("hidden").asBoolean());
    }

    private static List<Part> parts(String template, PageWords words) {
        List<Part> parts = new ArrayList<>();
        Matcher slot = SLOT.matcher(template);
        int from = 0;
        while (slot.find()) {
            if (slot.start() > from) {
                parts.add(new Part(MarkedText.visible(template.substring(from, slot.start())), false));
            }
            parts.add(new Part(slotName(slot.group(1), words), true));
            from = slot.end();
        }
        if (from < template.length()) {
            parts.add(new Part(MarkedText.visible(template.substring(from)), false));
        }
        return parts;
    }

    private static String slotName(String kind, PageWords words) {
        String key = "slot." + kind.toLowerCase(Locale.ROOT);
        return PageWords.has(key) ? words.say(key) : MarkedText.visible(kind);
    }

    private static String handle(String handle, PageWords words) {
        int colon = handle.indexOf(':');
        String key = "signal.contact." + handle.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
        return PageWords.has(key)
                ? words.say(key) + ": " + MarkedText.visible(handle.substring(colon + 1))
                : MarkedText.visible(handle);
    }

    private static String joined(JsonNode texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(text -> all.add(MarkedText.visible(text.asText())));
        return String.join(" · ", all);
    }

    private static List<Day> days(List<StoredWarning> warnings) {
        Map<LocalDate, Integer> counts = new TreeMap<>((one, other) -> other.compareTo(one));
        warnings.forEach(
                warning -> counts.merge(warning.at().atOffset(ZoneOffset.UTC).toLocalDate(), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(1);
        return counts.entrySet().stream()
                .map(day -> new Day(day.getKey().toString(), day.getValue(), Math.max(1, 100 * day.getValue() / most)))
                .toList();
    }
}
