package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/**
 * What was judged wrongly, with the worst cases, which a person should read before trusting any figure.
 *
 * @param name what was judged by whom
 * @param scams how many there are
 * @param scamsAsked those that were only asked about
 * @param scamsMissed those with neither a warning nor a question
 * @param honest how many honest postings there are
 * @param falseAlarms those warned of
 * @param honestAsked those asked about
 * @param worstMisses scams not warned of, the lowest score first, one of each group
 * @param worstAlarms honest postings warned of, the highest score first, one of each group
 */
public record Errors(
        String name,
        int scams,
        int scamsAsked,
        int scamsMissed,
        int honest,
        int falseAlarms,
        int honestAsked,
        List<JudgedSample> worstMisses,
        List<JudgedSample> worstAlarms) {
    /** As many of each kind are listed, since a person reads them one by one. */
    public static final int MOST_LISTED = 20;

    private static final int LONGEST_TEXT = 200;

    public Errors {
        worstMisses = List.copyOf(worstMisses);
        worstAlarms = List.copyOf(worstAlarms);
    }

    /** Counts and lists the errors among outcomes with verdicts. */
    public static Errors of(String name, List<JudgedSample> outcomes) {
        List<JudgedSample> scams =
                outcomes.stream().filter(JudgedSample::isScam).toList();
        List<JudgedSample> honest =
                outcomes.stream().filter(JudgedSample::isHonest).toList();
        Comparator<JudgedSample> lowestFirst = Comparator.comparingDouble(JudgedSample::score);
        return new Errors(
                name,
                scams.size(),
                count(scams, JudgedSample::isAsked),
                count(scams, outcome -> !outcome.isWarned() && !outcome.isAsked()),
                honest.size(),
                count(honest, JudgedSample::isWarned),
                count(honest, JudgedSample::isAsked),
                worst(scams, outcome -> !outcome.isWarned(), lowestFirst),
                worst(honest, JudgedSample::isWarned, lowestFirst.reversed()));
    }

    /**
     * The worst cases of one kind as a table, one of each group.
     *
     * @param wrong which of the outcomes are of that kind
     */
    public static FigureTable worst(
            String title,
            List<JudgedSample> outcomes,
            Predicate<JudgedSample> wrong,
            Comparator<JudgedSample> worstFirst) {
        return listed(title, worst(outcomes, wrong, worstFirst));
    }

    private static int count(List<JudgedSample> outcomes, Predicate<JudgedSample> of) {
        return (int) outcomes.stream().filter(of).count();
    }

    private static List<JudgedSample> worst(
            List<JudgedSample> outcomes, Predicate<JudgedSample> wrong, Comparator<JudgedSample> worstFirst) {
        Set<String> groups = new HashSet<>();
        return outcomes.stream()
                .filter(wrong)
                .sorted(worstFirst)
                .filter(outcome -> groups.add(outcome.group()))
                .limit(MOST_LISTED)
                .toList();
    }

    /** The counts, and the lists that are not empty. */
    List<FigureTable> tables() {
        List<FigureTable> tables = new ArrayList<>();
        tables.add(new FigureTable(
                "Misses and false alarms",
                List.of("scams", "warned of", "only asked about", "missed", "honest", "false alarms", "asked about"),
                List.of(Stream.of(
                                scams,
                                scams - scamsAsked - scamsMissed,
                                scamsAsked,
                                scamsMissed,
                                honest,
                                falseAlarms,
                                honestAsked)
                        .map(String::valueOf)
                        .toList())));
        tables.add(listed("Worst misses: scams not warned of, the lowest score first, one of each group", worstMisses));
        tables.add(listed(
                "Worst false alarms: honest postings warned of, the highest score first, one of each group",
                worstAlarms));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private static FigureTable listed(String title, List<JudgedSample> outcomes) {
        return new FigureTable(
                title,
                List.of("score", "verdict", "source", "language", "identifier", "text"),
                outcomes.stream()
                        .map(outcome -> List.of(
                                String.format(Locale.ROOT, "%.4f", outcome.score()),
                                outcome.verdict().map(Enum::name).orElse(""),
                                outcome.sample().site(),
                                outcome.language(),
                                shortened(outcome.sample().labelled().posting().identifier()),
                                text(outcome)))
                        .toList());
    }

    /** Title and description on one line, cut to 200 characters. Whoever shows it must escape it. */
    static String text(JudgedSample outcome) {
        JobPosting posting = outcome.sample().labelled().posting();
        return shortened(Stream.of(PostingField.TITLE, PostingField.DESCRIPTION)
                .flatMap(field -> posting.text(field).stream())
                .collect(Collectors.joining(" / ")));
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("(?U)\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_TEXT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
    }
}
