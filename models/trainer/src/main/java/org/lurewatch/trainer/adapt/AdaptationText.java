package org.lurewatch.trainer.adapt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.trainer.data.PostingLanguage;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Errors;
import org.lurewatch.trainer.measure.FigureTable;
import org.lurewatch.trainer.measure.Interval;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.TextScorecard;
import org.lurewatch.trainer.train.Example;

/** An adaptation in plain words. All scraped text is made harmless; none of it gets into the card. */
public final class AdaptationText {
    private AdaptationText() {}

    /** For the person who adapts: what changed, what cannot have changed, what it gets wrong, and why it is refused. */
    public static List<String> lines(Adaptation adaptation) {
        List<String> lines = forCard(adaptation);
        lines.addAll(errors(
                "Lures that it misses",
                adaptation.after(),
                judged -> judged.sample().isScam() && !isCaught(judged),
                Comparator.comparingDouble(JudgedSample::score)));
        lines.addAll(errors(
                "Honest adverts and texts about scams that it warns of or asks about",
                adaptation.after(),
                judged -> !judged.sample().isScam() && isCaught(judged),
                Comparator.comparingDouble(JudgedSample::score).reversed()));
        if (!adaptation.objections().isEmpty()) {
            lines.add("");
            lines.add("### Refused");
            lines.add("");
            lines.add("A is the old bundle, B the adapted one.");
            adaptation.objections().forEach(objection -> lines.add("- " + TextScorecard.safe(objection)));
        }
        return lines;
    }

    /** What changed and what cannot have changed, without anybody's text. */
    static List<String> forCard(Adaptation adaptation) {
        List<List<String>> rows = new ArrayList<>();
        addRow("lures", Sample::isScam, adaptation, rows);
        addRow("honest adverts", Sample::isLegitimate, adaptation, rows);
        addRow("texts about scams", Sample::isAboutScams, adaptation, rows);
        List<String> lines = new ArrayList<>(TextScorecard.lines(new FigureTable(
                "Labels, each judged by a model that saw none of its group",
                List.of("label", "labels", "groups", "warned of before", "after", "asked about before", "after"),
                rows)));
        lines.add("");
        lines.add("### What it did not learn");
        lines.add("");
        limits(adaptation).forEach(limit -> lines.add("- " + limit));
        return lines;
    }

    private static void addRow(String name, Predicate<Sample> of, Adaptation adaptation, List<List<String>> rows) {
        List<JudgedSample> before = those(of, adaptation.before());
        List<JudgedSample> after = those(of, adaptation.after());
        if (!before.isEmpty()) {
            long groups = before.stream()
                    .map(judged -> judged.sample().labelled().group())
                    .distinct()
                    .count();
            rows.add(List.of(
                    name,
                    Integer.toString(before.size()),
                    Long.toString(groups),
                    share(before, Verdict.LIKELY_SCAM),
                    share(after, Verdict.LIKELY_SCAM),
                    share(before, Verdict.UNSURE),
                    share(after, Verdict.UNSURE)));
        }
    }

    private static List<JudgedSample> those(Predicate<Sample> of, List<JudgedSample> judged) {
        return judged.stream().filter(each -> of.test(each.sample())).toList();
    }

    private static String share(List<JudgedSample> judged, Verdict verdict) {
        long count = count(judged, verdict);
        return String.format(Locale.ROOT, "%d (%.1f %%)", count, 100.0 * count / judged.size());
    }

    private static long count(List<JudgedSample> judged, Verdict verdict) {
        return judged.stream()
                .filter(each -> each.verdict().orElseThrow() == verdict)
                .count();
    }

    private static boolean isCaught(JudgedSample judged) {
        return judged.verdict().orElseThrow().isSuspicious();
    }

    private static List<String> limits(Adaptation adaptation) {
        List<String> limits = new ArrayList<>();
        limits.add(lines(adaptation.contents().policies(), those(Sample::isLegitimate, adaptation.after())));
        limits.add(words(adaptation.labels()));
        limits.addAll(languages(adaptation));
        limits.add(kinds(adaptation));
        limits.add(
                "What counts as a text about scams, phrases, concepts, places and how fields are read are as before.");
        limits.add("What it does on other sites was not measured: compare both bundles on postings of other sources.");
        return limits;
    }

    /** Whether the old lines still hold, as far as so few honest adverts can tell. */
    private static String lines(Policies policies, List<JudgedSample> honest) {
        int over = (int) count(honest, Verdict.LIKELY_SCAM);
        Interval share = Interval.ofCount(over, honest.size());
        return String.format(
                Locale.ROOT,
                "Its lines are those of the old bundle, where %.1f %% of the honest adverts of an average unseen site are"
                        + " warned of. Of the %d here it is %.1f %% (95 %% interval %.1f to %.1f %%). Lines of your own take"
                        + " about 1,000 honest adverts: see lurewatch calibrate.",
                100 * policies.lines().get(PolicyChoice.PLATFORM).alarmShare(),
                honest.size(),
                100 * share.estimate(),
                100 * share.low(),
                100 * share.high());
    }

    /** What stands in one label alone may be chance, and its weight is not moved. */
    private static String words(List<Example> labels) {
        Map<Integer, Integer> labelsWith = new HashMap<>();
        labels.stream().filter(Example::isScam).forEach(label -> count(label, labelsWith));
        List<Integer> ofLures = List.copyOf(labelsWith.keySet());
        labels.stream().filter(label -> !label.isScam()).forEach(label -> count(label, labelsWith));
        long alone =
                ofLures.stream().filter(bucket -> labelsWith.get(bucket) < 2).count();
        return String.format(
                Locale.ROOT,
                "Of the %d words, pairs of words and pieces of words in the lures %d stand in one label only. They keep"
                        + " their weights.",
                ofLures.size(),
                alone);
    }

    private static void count(Example label, Map<Integer, Integer> labelsWith) {
        for (int bucket : label.features().wording().indices()) {
            if (TextFeatures.isOfWords(bucket)) {
                labelsWith.merge(bucket, 1, Integer::sum);
            }
        }
    }

    private static List<String> languages(Adaptation adaptation) {
        SortedMap<String, LanguageCoverage.Rows> rows = new TreeMap<>();
        for (Example label : adaptation.labels()) {
            rows.merge(
                    PostingLanguage.of(label.sample().labelled().posting()),
                    label.isScam() ? new LanguageCoverage.Rows(0, 1) : new LanguageCoverage.Rows(1, 0),
                    LanguageCoverage.Rows::plus);
        }
        List<String> limits = new ArrayList<>();
        limits.add(
                "How high all adverts of a language score together is not learnt, only what tells lures among them.");
        limits.add("In languages other than " + String.join(", ", rows.keySet())
                + " only what is learnt on concepts and signals changes.");
        String lopsided = rows.entrySet().stream()
                .filter(language ->
                        language.getValue().honest() == 0 || language.getValue().lures() == 0)
                .map(language -> language.getKey() + " (" + language.getValue().lures() + " lures of "
                        + (language.getValue().honest() + language.getValue().lures()) + ")")
                .collect(Collectors.joining(", "));
        if (!lopsided.isEmpty()) {
            limits.add("Where all labels of a language are lures, or none is, what tells a lure cannot be told from the"
                    + " language, and little is learnt: " + lopsided + ".");
        }
        return limits;
    }

    private static String kinds(Adaptation adaptation) {
        List<String> known = adaptation.contents().model().type().codes();
        String unknown = adaptation.labels().stream()
                .flatMap(label -> label.sample().labelled().scamType().stream())
                .map(ScamType::code)
                .filter(code -> !known.contains(code))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return "Kinds of lures are told apart as before, whatever kinds the labels name."
                + (unknown.isEmpty() ? "" : " It does not know these at all: " + unknown + ".");
    }

    private static List<String> errors(
            String title,
            List<JudgedSample> judged,
            Predicate<JudgedSample> wrong,
            Comparator<JudgedSample> worstFirst) {
        long errors = judged.stream().filter(wrong).count();
        FigureTable worst = Errors.worst(title + ": " + errors, judged, wrong, worstFirst);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(errors == 0 ? List.of("### " + worst.title()) : TextScorecard.lines(worst));
        return lines;
    }
}
