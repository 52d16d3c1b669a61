package org.lurewatch.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.lurewatch.trainer.Curve.Point;

/** What scores are worth, file by file, as lines of a Markdown table. */
final class Scorecard {
    private final List<Sample> samples;
    private final double[] scores;
    private final Map<String, Double> baseRates;

    /**
     * A scorecard.
     *
     * @param samples what was scored
     * @param scores one each, by a model that did not see its group
     * @param baseRates share of scams that the precision is stated for, by file; the file's own share otherwise
     */
    Scorecard(List<Sample> samples, double[] scores, Map<String, Double> baseRates) {
        this.samples = List.copyOf(samples);
        this.scores = scores.clone();
        this.baseRates = Map.copyOf(baseRates);
    }

    /** All of it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(curves());
        lines.add("");
        lines.addAll(againstBoards());
        return lines;
    }

    /** Average precision and recall of each file that holds scams and honest postings. */
    List<String> curves() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| file | scams | honest | stated at | average precision | recall at 1 % | recall at 0.1 % false alarms |");
        lines.add("|---|---|---|---|---|---|---|");
        byFile().forEach((file, rows) -> {
            long scams = rows.stream().filter(i -> samples.get(i).isScam()).count();
            long honest =
                    rows.stream().filter(i -> samples.get(i).isLegitimate()).count();
            if (scams > 0 && honest > 0) {
                List<Point> points = rows.stream()
                        .filter(i -> samples.get(i).isScam() || samples.get(i).isLegitimate())
                        .map(i -> new Point(scores[i], samples.get(i).isScam()))
                        .toList();
                double rate = baseRates.getOrDefault(file, Double.NaN);
                Curve curve = Curve.of(points, rate);
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %d | %d | %.2f %% | %.3f | %.3f | %.3f |",
                        file,
                        scams,
                        honest,
                        100 * (Double.isNaN(rate) ? (double) scams / (scams + honest) : rate),
                        curve.averagePrecision(),
                        curve.recallAt1Percent(),
                        curve.recallAt01Percent()));
            }
        });
        return lines;
    }

    /** How many samples of each file and label lie over the score that few samples of a scam-free file reach. */
    private List<String> againstBoards() {
        List<String> lines = new ArrayList<>();
        Map<String, List<Integer>> files = byFile();
        files.forEach((boards, boardRows) -> {
            if (boardRows.stream().allMatch(i -> samples.get(i).isLegitimate())) {
                double[] sorted =
                        boardRows.stream().mapToDouble(i -> scores[i]).sorted().toArray();
                for (double rate : new double[] {0.01, 0.005, 0.001}) {
                    double cut = sorted[sorted.length - 1 - (int) (rate * sorted.length)];
                    StringBuilder line = new StringBuilder(String.format(
                            Locale.ROOT, "- over the score that %.1f %% of %s reach:", 100 * rate, boards));
                    files.forEach((file, rows) -> {
                        if (!file.equals(boards)) {
                            line.append(' ')
                                    .append(file)
                                    .append(' ')
                                    .append(over(rows, cut))
                                    .append(';');
                        }
                    });
                    lines.add(line.substring(0, line.length() - 1));
                }
            }
        });
        return lines;
    }

    /** How many examples of each file and label lie over a line. */
    String overLine(String what, double line) {
        StringBuilder text = new StringBuilder("- " + what + ":");
        byFile().forEach((file, rows) -> text.append(' ')
                .append(file)
                .append(' ')
                .append(over(rows, line))
                .append(';'));
        return text.substring(0, text.length() - 1);
    }

    private String over(List<Integer> rows, double cut) {
        List<String> parts = new ArrayList<>();
        Map<String, Predicate<Sample>> labels = new TreeMap<>(Map.of(
                "scam", Sample::isScam, "legitimate", Sample::isLegitimate, "about scams", Sample::isAboutScams));
        labels.forEach((label, is) -> {
            long all = rows.stream().filter(i -> is.test(samples.get(i))).count();
            if (all > 0) {
                long over = rows.stream()
                        .filter(i -> is.test(samples.get(i)) && scores[i] > cut)
                        .count();
                parts.add(label + " " + over + "/" + all);
            }
        });
        return String.join(", ", parts);
    }

    private Map<String, List<Integer>> byFile() {
        Map<String, List<Integer>> files = new TreeMap<>();
        IntStream.range(0, scores.length)
                .forEach(i -> files.computeIfAbsent(samples.get(i).file(), f -> new ArrayList<>())
                        .add(i));
        return files;
    }
}
