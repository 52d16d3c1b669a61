package org.lurewatch.trainer.campaigns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.Template;
import org.lurewatch.detection.campaign.TemplateFinder;
import org.lurewatch.detection.links.Handle;
import org.lurewatch.detection.links.HandleKind;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.data.PostingLanguage;
import org.lurewatch.trainer.measure.FigureTable;
import org.lurewatch.trainer.measure.TextScorecard;

/** A report of the campaigns found in files. Scraped text is made harmless. */
public final class CampaignReport {
    private static final int MOST_CAMPAIGNS = 10;
    private static final int MOST_VALUES = 8;
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_TEMPLATE = 600;
    private static final int MOST_EXAMPLES = 3;

    /** How many digits of a telephone number stay visible at either end. */
    private static final int SEEN_OF_A_PHONE = 4;

    private CampaignReport() {}

    /** The report as Markdown. */
    public static List<String> lines(CampaignReplay replay) {
        List<String> lines = new ArrayList<>();
        lines.add(replay.postings().size() + " postings, " + atLeast(replay, 2) + " campaigns of two or more, "
                + atLeast(replay, 3) + " of three or more.");
        lines.add("");
        lines.addAll(TextScorecard.lines(changes(replay.postings())));
        int place = 1;
        for (FoundCampaign campaign :
                replay.campaigns().stream().limit(MOST_CAMPAIGNS).toList()) {
            lines.add("");
            lines.addAll(lines(place++, campaign));
        }
        return lines;
    }

    private static long atLeast(CampaignReplay replay, int count) {
        return replay.campaigns().stream()
                .filter(campaign -> campaign.count() >= count)
                .count();
    }

    /** How many verdicts change, by what people said of the postings. */
    private static FigureTable changes(List<LinkedPosting> postings) {
        List<List<String>> rows = new ArrayList<>();
        for (Label label : Label.values()) {
            List<LinkedPosting> labelled = postings.stream()
                    .filter(posting -> posting.sample().labelled().label() == label)
                    .toList();
            if (!labelled.isEmpty()) {
                rows.add(List.of(
                        label.code(),
                        Integer.toString(labelled.size()),
                        count(labelled, LinkedPosting::isChanged),
                        count(labelled, posting -> posting.own().verdict() == Verdict.LIKELY_SCAM),
                        count(labelled, posting -> posting.verdict() == Verdict.LIKELY_SCAM),
                        counts(labelled.stream()
                                .filter(LinkedPosting::isChanged)
                                .map(posting -> posting.own().verdict() + " to " + posting.verdict()))));
            }
        }
        return new FigureTable(
                "Verdicts changed by campaigns",
                List.of("label", "postings", "changed", "warned of alone", "warned of with campaigns", "changes"),
                rows);
    }

    private static String count(List<LinkedPosting> postings, Predicate<LinkedPosting> counts) {
        return Long.toString(postings.stream().filter(counts).count());
    }

    private static List<String> lines(int place, FoundCampaign campaign) {
        List<LinkedPosting> postings = campaign.postings();
        List<String> lines = new ArrayList<>();
        lines.add("### " + place + ". Campaign " + campaign.id() + ": " + campaign.count() + " postings");
        lines.add("");
        lines.add("- tied by: "
                + mostFrequent(campaign.ties().entrySet().stream()
                        .collect(Collectors.toMap(
                                tie -> tie.getKey().toString(), Map.Entry::getValue, Long::sum, TreeMap::new))));
        lines.add("- sources: "
                + counts(postings.stream()
                        .map(posting -> posting.sample().labelled().posting().source())));
        lines.add("- languages: "
                + counts(postings.stream()
                        .map(posting ->
                                PostingLanguage.of(posting.sample().labelled().posting()))));
        lines.add("- employers: "
                + postings.stream()
                        .mapToLong(posting -> posting.own().footprint().employer())
                        .filter(employer -> employer != 0)
                        .distinct()
                        .count());
        lines.add("- handles: "
                + counts(postings.stream()
                        .flatMap(posting -> posting.own().footprint().handles().stream())
                        .map(CampaignReport::handle)));
        lines.add("- labels: "
                + counts(postings.stream()
                        .map(posting -> posting.sample().labelled().label().code())));
        lines.add("- verdicts alone: "
                + counts(
                        postings.stream().map(posting -> posting.own().verdict().name())));
        lines.add("- verdicts with the campaign: "
                + counts(postings.stream().map(posting -> posting.verdict().name())));
        lines.addAll(template(postings));
        return lines;
    }

    private static List<String> template(List<LinkedPosting> postings) {
        Optional<Template> found = TemplateFinder.find(postings.stream()
                .map(posting -> posting.own().footprint().sample())
                .toList());
        if (found.isEmpty()) {
            return List.of("- template: none");
        }
        List<String> lines = new ArrayList<>();
        lines.add("- template: " + harmless(found.get().text(), LONGEST_TEMPLATE));
        found.get().slots().stream()
                .limit(MOST_VALUES)
                .forEach(slot -> lines.add("  - {" + slot.kind() + "}: "
                        + slot.examples().stream()
                                .limit(MOST_EXAMPLES)
                                .map(example -> harmless(example, LONGEST_VALUE))
                                .collect(Collectors.joining("; "))));
        return lines;
    }

    /** The kind of a handle and the handle, a telephone number without its middle. */
    static String handle(Handle handle) {
        String value = handle.value();
        int hidden = value.length() - 2 * SEEN_OF_A_PHONE;
        boolean masked = hidden > 0 && (handle.kind() == HandleKind.PHONE || value.startsWith("+"));
        return handle.kind() + " "
                + (masked
                        ? value.substring(0, SEEN_OF_A_PHONE)
                                + "*".repeat(hidden)
                                + value.substring(value.length() - SEEN_OF_A_PHONE)
                        : value);
    }

    /** Each value with how often it is there, the most frequent first. */
    private static String counts(Stream<String> values) {
        return mostFrequent(values.collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting())));
    }

    /** The same for values that are counted already; equally frequent ones are ordered by name. */
    private static String mostFrequent(SortedMap<String, Long> counts) {
        String first = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_VALUES)
                .map(value -> named(value.getKey()) + " " + value.getValue())
                .collect(Collectors.joining(", "));
        int others = counts.size() - MOST_VALUES;
        return others > 0 ? first + " and " + others + " others" : first.isEmpty() ? "none" : first;
    }

    private static String named(String value) {
        return value.isEmpty() ? "not named" : harmless(value, LONGEST_VALUE);
    }

    private static String harmless(String text, int longest) {
        return TextScorecard.safe(TerminalText.escape(text, longest));
    }
}
