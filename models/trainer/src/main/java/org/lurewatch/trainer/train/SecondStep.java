package org.lurewatch.trainer.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.trainer.measure.Ranking;
import smile.base.cart.SplitRule;
import smile.classification.Classifier;
import smile.classification.GradientTreeBoost;
import smile.classification.LogisticRegression;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.math.MathEx;

/**
 * Would another of Smile's classifiers, given the held-out score beside all signals and facts, decide better than the
 * score alone? Each candidate is trained on all folds but one and measured on that one.
 */
final class SecondStep {
    private static final String LABEL = "label";
    private static final int TREES = 150;
    private static final int SEED = 1;

    private final List<Example> examples;
    private final double[][] inputs;
    private final Recipe recipe;

    /**
     * The candidates' task.
     *
     * @param heldOut log-odds of each example by a model that saw no example of its group
     */
    SecondStep(List<Example> examples, double[] heldOut, Recipe recipe) {
        this.examples = List.copyOf(examples);
        this.recipe = recipe;
        this.inputs = IntStream.range(0, heldOut.length)
                .mapToObj(i -> input(heldOut[i], examples.get(i).features().signals()))
                .toArray(double[][]::new);
    }

    private static double[] input(double score, double[] signals) {
        double[] input = new double[signals.length + 1];
        input[0] = score;
        System.arraycopy(signals, 0, input, 1, signals.length);
        return input;
    }

    /** From inputs and labels to a score for an input. */
    @FunctionalInterface
    private interface Candidate {
        ToDoubleFunction<double[]> fit(double[][] inputs, int[] labels);
    }

    /** A Markdown table: average precision by file, the score as it is and each candidate. */
    List<String> table(Map<String, Double> statedAt) {
        Map<String, Candidate> candidates = new TreeMap<>(Map.of(
                "logistic regression", SecondStep::logistic,
                "random forest", SecondStep::forest,
                "gradient tree boosting", SecondStep::boosting));
        Map<String, List<Integer>> files = files();
        List<String> lines = new ArrayList<>();
        lines.add("| decided by | " + String.join(" | ", files.keySet()) + " |");
        lines.add("|---".repeat(files.size() + 1) + "|");
        lines.add(line("the score as it is", column(0), files, statedAt));
        candidates.forEach((name, candidate) -> lines.add(line(name, heldOut(candidate), files, statedAt)));
        return lines;
    }

    private double[] column(int index) {
        return Arrays.stream(inputs).mapToDouble(input -> input[index]).toArray();
    }

    private Map<String, List<Integer>> files() {
        Map<String, List<Integer>> files = IntStream.range(0, examples.size())
                .boxed()
                .filter(i ->
                        examples.get(i).isScam() || examples.get(i).sample().isLegitimate())
                .collect(Collectors.groupingBy(i -> examples.get(i).file(), TreeMap::new, Collectors.toList()));
        files.values()
                .removeIf(rows -> rows.stream()
                                .map(i -> examples.get(i).isScam())
                                .distinct()
                                .count()
                        < 2);
        return files;
    }

    private String line(String name, double[] scores, Map<String, List<Integer>> files, Map<String, Double> statedAt) {
        StringBuilder line = new StringBuilder("| " + name + " |");
        files.forEach((file, rows) -> {
            List<Ranking.Point> points = rows.stream()
                    .map(i -> new Ranking.Point(scores[i], examples.get(i).isScam(), 0))
                    .toList();
            double precision = new Ranking(points, 1)
                    .curve(new int[] {1}, statedAt.getOrDefault(file, Double.NaN))
                    .averagePrecision();
            line.append(String.format(Locale.ROOT, " %.3f |", precision));
        });
        return line.toString();
    }

    private double[] heldOut(Candidate candidate) {
        double[] scores = new double[inputs.length];
        for (int fold = 0; fold < recipe.folds().count(); fold++) {
            int without = fold;
            int[] rows = IntStream.range(0, inputs.length)
                    .filter(i -> recipe.folds().of(examples.get(i)) != without)
                    .toArray();
            MathEx.setSeed(SEED);
            ToDoubleFunction<double[]> score = candidate.fit(
                    Arrays.stream(rows).mapToObj(i -> inputs[i]).toArray(double[][]::new),
                    Arrays.stream(rows)
                            .map(i -> examples.get(i).isScam() ? 1 : 0)
                            .toArray());
            for (int i = 0; i < inputs.length; i++) {
                if (recipe.folds().of(examples.get(i)) == fold) {
                    scores[i] = score.applyAsDouble(inputs[i]);
                }
            }
        }
        return scores;
    }

    private static ToDoubleFunction<double[]> logistic(double[][] inputs, int[] labels) {
        LogisticRegression.Binomial model = LogisticRegression.binomial(inputs, labels, 1, 1e-5, 300);
        return model::score;
    }

    private static ToDoubleFunction<double[]> forest(double[][] inputs, int[] labels) {
        RandomForest model = RandomForest.fit(
                Formula.lhs(LABEL),
                frame(inputs, labels),
                TREES,
                (int) Math.sqrt(inputs[0].length),
                SplitRule.GINI,
                20,
                1000,
                5,
                1.0,
                null,
                LongStream.range(SEED, SEED + TREES));
        return scamShare(model);
    }

    private static ToDoubleFunction<double[]> boosting(double[][] inputs, int[] labels) {
        GradientTreeBoost model =
                GradientTreeBoost.fit(Formula.lhs(LABEL), frame(inputs, labels), TREES, 4, 16, 20, 0.08, 0.7);
        return scamShare(model);
    }

    private static ToDoubleFunction<double[]> scamShare(Classifier<Tuple> model) {
        return input -> {
            double[] shares = new double[2];
            model.predict(frame(new double[][] {input}, new int[1]).get(0), shares);
            return shares[1];
        };
    }

    private static DataFrame frame(double[][] inputs, int[] labels) {
        String[] names = new String[inputs[0].length];
        names[0] = "score";
        for (int i = 1; i < names.length; i++) {
            names[i] = SignalFeatures.NAMES.get(i - 1);
        }
        return DataFrame.of(inputs, names).merge(IntVector.of(LABEL, labels));
    }
}
