package org.lurewatch.trainer.train;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Chooses the lines of a policy from held-out scores. See RATIONALE.md, "The warning line is drawn twice". */
final class ThresholdChoice {
    private final List<Example> examples;
    private final SortedMap<String, Boolean> scamsByFile = new TreeMap<>();

    ThresholdChoice(List<Example> examples) {
        this.examples = examples;
        examples.forEach(example -> scamsByFile.merge(example.file(), example.isScam(), Boolean::logicalOr));
    }

    /**
     * The lowest score that no file's honest adverts exceed more often than allowed. Where every file holds scams, all
     * honest adverts count as everyday ones.
     *
     * @param scores one for each example
     * @param rateOfScamFree share allowed in files without a scam: everyday adverts
     * @param rateOfOthers share allowed in every other file: honest adverts gathered because they resemble scams
     */
    double honest(double[] scores, double rateOfScamFree, double rateOfOthers) {
        boolean anyScamFree = scamsByFile.containsValue(false);
        return scamsByFile.entrySet().stream()
                .mapToDouble(file -> exceededBy(
                        scores,
                        example -> example.file().equals(file.getKey())
                                && example.sample().isLegitimate(),
                        file.getValue() && anyScamFree ? rateOfOthers : rateOfScamFree))
                .max()
                .orElseThrow();
    }

    /** The lowest score that at most this share of the examples exceeds; minus infinity where there are none. */
    double exceededBy(double[] scores, Predicate<Example> of, double rate) {
        double[] sorted = IntStream.range(0, scores.length)
                .filter(i -> of.test(examples.get(i)))
                .mapToDouble(i -> scores[i])
                .sorted()
                .toArray();
        int allowed = (int) Math.floor(rate * sorted.length);
        return allowed >= sorted.length ? Double.NEGATIVE_INFINITY : Math.nextUp(sorted[sorted.length - 1 - allowed]);
    }
}
