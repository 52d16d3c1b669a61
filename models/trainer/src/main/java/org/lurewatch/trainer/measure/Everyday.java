package org.lurewatch.trainer.measure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lurewatch.intake.labels.Label;

/**
 * Everyday adverts: the honest postings of files without a scam, which were not gathered because they resemble one.
 * See RATIONALE.md, "A day is worked out with everyday adverts".
 */
public final class Everyday {
    private static final double[] RATES = {0.01, 0.005, 0.001};

    private Everyday() {}

    /**
     * How many postings lie over the score that few everyday adverts reach.
     *
     * @param everyday the file of everyday adverts
     * @param rate share of them that reaches the score
     * @param over by file and label, for all other files
     */
    record Reach(String everyday, double rate, SortedMap<String, Map<Label, Over>> over) {}

    /** A count of all. */
    record Over(long count, long all) {}

    /** The everyday adverts, or all honest postings if every file holds scams. */
    public static List<JudgedSample> of(List<JudgedSample> outcomes) {
        List<JudgedSample> everyday = ofScamFreeFiles(outcomes);
        return everyday.isEmpty()
                ? outcomes.stream()
                        .filter(outcome -> outcome.sample().isLegitimate())
                        .toList()
                : everyday;
    }

    /** What {@link #of} gives, in words. */
    public static String name(List<JudgedSample> outcomes) {
        return ofScamFreeFiles(outcomes).isEmpty() ? "honest postings of all files" : "everyday adverts";
    }

    private static List<JudgedSample> ofScamFreeFiles(List<JudgedSample> outcomes) {
        return Cut.FILE.slices(outcomes).values().stream()
                .filter(Everyday::isScamFree)
                .flatMap(List::stream)
                .toList();
    }

    /** For each file of everyday adverts, how many postings of the other files lie over its highest scores. */
    static List<Reach> reaches(List<JudgedSample> outcomes) {
        SortedMap<String, List<JudgedSample>> files = Cut.FILE.slices(outcomes);
        return files.keySet().stream()
                .filter(file -> isScamFree(files.get(file)))
                .flatMap(file -> Arrays.stream(RATES).mapToObj(rate -> reach(file, rate, files)))
                .toList();
    }

    private static boolean isScamFree(List<JudgedSample> file) {
        return file.stream().allMatch(outcome -> outcome.sample().isLegitimate());
    }

    private static Reach reach(String everyday, double rate, SortedMap<String, List<JudgedSample>> files) {
        double[] sorted = files.get(everyday).stream()
                .mapToDouble(JudgedSample::score)
                .sorted()
                .toArray();
        double cut = sorted[sorted.length - 1 - (int) (rate * sorted.length)];
        SortedMap<String, Map<Label, Over>> over = new TreeMap<>();
        files.forEach((file, outcomes) -> {
            if (!file.equals(everyday)) {
                over.put(file, over(outcomes, cut));
            }
        });
        return new Reach(everyday, rate, over);
    }

    private static Map<Label, Over> over(List<JudgedSample> outcomes, double cut) {
        Map<Label, Over> over = new LinkedHashMap<>();
        for (Label label : List.of(Label.SCAM, Label.LEGITIMATE, Label.ABOUT_SCAMS)) {
            List<JudgedSample> labelled = outcomes.stream()
                    .filter(outcome -> outcome.sample().labelled().label() == label)
                    .toList();
            if (!labelled.isEmpty()) {
                long count = labelled.stream()
                        .filter(outcome -> outcome.score() > cut)
                        .count();
                over.put(label, new Over(count, labelled.size()));
            }
        }
        return over;
    }
}
