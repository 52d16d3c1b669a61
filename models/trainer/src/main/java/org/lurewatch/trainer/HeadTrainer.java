package org.lurewatch.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.trainer.WordingTrainer.Wording;
import smile.classification.LogisticRegression;

/** Trains one head in two steps; the second step only ever sees wording scores of postings that the first did not. */
final class HeadTrainer {
    private static final double TOLERANCE = 1e-6;
    private static final int MOST_ITERATIONS = 500;

    private final Recipe recipe;
    private final Predicate<Example> positive;

    HeadTrainer(Recipe recipe, Predicate<Example> positive) {
        this.recipe = recipe;
        this.positive = positive;
    }

    /**
     * A trained head with the scores that it gives to what it has not seen.
     *
     * @param head trained on everything
     * @param heldOut log-odds of each example by a head that saw no example of its group
     * @param prior log-odds of a positive among the examples, each as often as it counts
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Trained(LinearHead head, double[] heldOut, double prior) {}

    Trained train(List<Example> examples) {
        double[] wording = heldOutWording(examples);
        double[] heldOut = new double[examples.size()];
        for (int fold = 0; fold < recipe.folds().count(); fold++) {
            int held = fold;
            double[] coefficients =
                    join(examples, wording, example -> recipe.folds().of(example) != held);
            for (int i = 0; i < heldOut.length; i++) {
                if (recipe.folds().of(examples.get(i)) == fold) {
                    heldOut[i] = logit(coefficients, wording[i], examples.get(i));
                }
            }
        }
        Wording all = WordingTrainer.fit(recipe.repeated(examples), positive, recipe.wordingLambda());
        LinearHead head = new LinearHead(all.weights(), all.bias(), join(examples, wording, example -> true));
        return new Trained(head, heldOut, prior(examples));
    }

    private double[] heldOutWording(List<Example> examples) {
        double[] scores = new double[examples.size()];
        IntStream.range(0, recipe.folds().count()).parallel().forEach(fold -> {
            List<Example> seen = examples.stream()
                    .filter(example -> recipe.folds().of(example) != fold)
                    .toList();
            Wording wording = WordingTrainer.fit(recipe.repeated(seen), positive, recipe.wordingLambda());
            for (int i = 0; i < scores.length; i++) {
                if (recipe.folds().of(examples.get(i)) == fold) {
                    scores[i] = wording.score(examples.get(i).features().wording());
                }
            }
        });
        return scores;
    }

    private double[] join(List<Example> examples, double[] wording, Predicate<Example> used) {
        List<double[]> rows = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < wording.length; i++) {
            Example example = examples.get(i);
            if (used.test(example)) {
                int times = recipe.repeats().getOrDefault(example.file(), 1);
                for (int k = 0; k < times; k++) {
                    rows.add(row(wording[i], example));
                    labels.add(positive.test(example) ? 1 : 0);
                }
            }
        }
        int[] y = labels.stream().mapToInt(Integer::intValue).toArray();
        return LogisticRegression.binomial(
                        rows.toArray(double[][]::new), y, recipe.signalLambda(), TOLERANCE, MOST_ITERATIONS)
                .coefficients();
    }

    private static double[] row(double wording, Example example) {
        double[] row = new double[SignalFeatures.NAMES.size() + 1];
        row[0] = wording;
        System.arraycopy(example.features().signals(), 0, row, 1, row.length - 1);
        return row;
    }

    private static double logit(double[] coefficients, double wording, Example example) {
        double[] row = row(wording, example);
        double sum = coefficients[row.length];
        for (int i = 0; i < row.length; i++) {
            sum += coefficients[i] * row[i];
        }
        return sum;
    }

    private double prior(List<Example> examples) {
        List<Example> repeated = recipe.repeated(examples);
        double yes = repeated.stream().filter(positive).count();
        return Math.log(yes / (repeated.size() - yes));
    }
}
