package org.lurewatch.web.view;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.Link;
import org.lurewatch.detection.campaign.LinkKind;
import org.lurewatch.detection.campaign.LinkMemory;
import org.lurewatch.detection.campaign.LinkRule;
import org.lurewatch.detection.campaign.Links;
import org.lurewatch.detection.campaign.Sighting;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.links.FootprintReader;
import org.lurewatch.detection.links.Handle;
import org.lurewatch.detection.links.HandleKind;
import org.lurewatch.detection.links.TextSketch;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.TemplateSlot;

/**
 * Links a text to campaigns by detection's own rule. The topic of campaigns holds no whole texts, so what is compared is what
 * it does hold: a template made of the beginnings of the adverts, here filled with examples from the adverts, and the same
 * beginning of the text.
 * See RATIONALE.md, "The view knows a text by its campaign's template".
 */
final class TextLinks {
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]{1,20})\\}");

    private TextLinks() {}

    /** The text of a campaign, as far as its record tells; empty where its postings have too little in common. */
    static Optional<Footprint> of(Campaign campaign) {
        return Optional.ofNullable(campaign.getTemplate())
                .map(template -> sketched(filled(template, campaign.getSlots()), List.of(), 0))
                .filter(footprint -> !footprint.sketch().signature().isEmpty());
    }

    /** The same of a posting. @param whole what it leaves behind for the job */
    static Footprint of(Footprint whole) {
        return sketched(whole.sample(), whole.handles(), whole.employer());
    }

    private static Footprint sketched(String text, List<Handle> handles, long employer) {
        String beginning = text.substring(0, Math.min(text.length(), Footprint.LONGEST_SAMPLE));
        return new Footprint(handles, FootprintReader.sketch(beginning), employer, "und", "", "");
    }

    /** A template as one of its postings may have read. */
    private static String filled(String template, List<TemplateSlot> slots) {
        StringBuilder text = new StringBuilder();
        Matcher slot = SLOT.matcher(template);
        for (int i = 0; slot.find(); i++) {
            String example = i < slots.size() && !slots.get(i).getExamples().isEmpty()
                    ? slots.get(i).getExamples().get(0)
                    : "";
            slot.appendReplacement(text, Matcher.quoteReplacement(example));
        }
        return slot.appendTail(text).toString();
    }

    /** Keys that near-same texts are likely to share. @param text of a campaign */
    static Set<String> keys(Footprint text) {
        return keys(Verdict.LIKELY_SCAM, text);
    }

    /** The same of a posting. @param verdict of the posting by itself */
    static Set<String> keys(Verdict verdict, Footprint text) {
        return Set.copyOf(Links.of(verdict, text).stream()
                .filter(link -> link.kind() == LinkKind.TEXT)
                .map(Link::key)
                .toList());
    }

    /** The image of a text as a database keeps it. */
    static String column(Footprint text) {
        return HexFormat.of().formatHex(text.sketch().signature().getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Whether a posting would be tied to a campaign by its text.
     *
     * @param column image of the campaign's text, as {@link #column} makes it
     * @param text of the posting
     */
    static boolean tie(StoredCampaign campaign, String column, Verdict verdict, Footprint text) {
        String signature = new String(HexFormat.of().parseHex(column), StandardCharsets.ISO_8859_1);
        Footprint known = new Footprint(handles(campaign), new TextSketch(List.of(), signature), 0, "und", "", "");
        Sighting before = Sighting.of("campaign", 0, Verdict.LIKELY_SCAM, known);
        LinkMemory memory = new LinkMemory(List.of(before), List.of(), 1, 0);
        Sighting now = Sighting.of("posting", 1, verdict, text);
        return !LinkRule.link("text", LinkKind.TEXT, memory, now).ties().isEmpty();
    }

    private static List<Handle> handles(StoredCampaign campaign) {
        Map<String, HandleKind> kinds = new HashMap<>();
        for (HandleKind kind : HandleKind.values()) {
            kinds.put(kind.name(), kind);
        }
        List<Handle> handles = new ArrayList<>();
        campaign.json().path("handles").forEach(each -> {
            String[] parts = each.asText().split(":", 2);
            if (parts.length == 2 && kinds.containsKey(parts[0]) && !parts[1].isEmpty()) {
                String value = parts[1].substring(0, Math.min(parts[1].length(), Handle.LONGEST));
                handles.add(new Handle(kinds.get(parts[0]), value));
            }
        });
        return handles;
    }
}
