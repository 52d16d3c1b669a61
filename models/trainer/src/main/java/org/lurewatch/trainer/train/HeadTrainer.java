package org.lurewatch.trainer.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.lurewatch.detection.classify.LinearHead;
import smile.classification.LogisticRegression;

/** Trains one head and calibrates it on scores of postings whose groups the scoring model did not see. */
public final class HeadTrainer {
    private static final double CALIBRATION_LAMBDA = 1e-3;
    private static final double TOLERANCE = 1e-8;
    private static final int MOST_ITERATIONS = 500;

    private final Recipe recipe;
    private final Predicate<Example> positive;
    private final LinearFitter fitter;

    /** @param positive what the head is to find */
    public HeadTrainer(Recipe recipe, Predicate<Example> positive) {
        this.recipe = recipe;
        this.positive = positive;
        this.fitter = new LinearFitter(recipe, positive);
    }

    /**
     * A trained head with the scores that it gives to what it has not seen.
     *
     * @param head trained on everything
     * @param heldOut calibrated log-odds of each example by a model that saw no example of its group
     * @param prior log-odds of a positive among the examples, each as often as it counts
     * @param foldHeads for each fold a head that saw no example of it, with the calibration of all
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Trained(LinearHead head, double[] heldOut, double prior, List<LinearHead> foldHeads) {}

    Trained train(List<Example> examples) {
        List<LinearFit> foldFits = foldFits(examples);
        double[] scores = heldOutScores(examples, foldFits);
        double[] scaling = calibration(examples, scores);
        double[] heldOut = Arrays.stream(scores)
                .map(score -> scaling[0] * score + scaling[1])
                .toArray();
        LinearFit all = fitter.fit(recipe.repeated(examples));
        List<LinearHead> foldHeads =
                foldFits.stream().map(fit -> head(fit, scaling)).toList();
        return new Trained(head(all, scaling), heldOut, prior(examples), foldHeads);
    }

    /** A head that saw these examples only, with the calibration of another. */
    public LinearHead fit(List<Example> seen, LinearHead calibrated) {
        double[] coefficients = calibrated.coefficients();
        double[] scaling = {coefficients[0], coefficients[coefficients.length - 1]};
        return head(fitter.fit(recipe.repeated(seen)), scaling);
    }

    private List<LinearFit> foldFits(List<Example> examples) {
        return IntStream.range(0, recipe.folds().count())
                .parallel()
                .mapToObj(fold -> fitter.fit(recipe.repeated(examples.stream()
                        .filter(example -> recipe.folds().of(example) != fold)
                        .toList())))
                .toList();
    }

    private double[] heldOutScores(List<Example> examples, List<LinearFit> foldFits) {
        return examples.stream()
                .mapToDouble(example -> foldFits.get(recipe.folds().of(example)).score(example.features()))
                .toArray();
    }

    /** Platt's scaling, which keeps the order of scores: slope and intercept. */
    private double[] calibration(List<Example> examples, double[] scores) {
        int[] copies = recipe.copies(examples);
        int[] rows = IntStream.range(0, scores.length)
                .flatMap(i -> IntStream.generate(() -> i).limit(copies[i]))
                .toArray();
        double[][] inputs =
                Arrays.stream(rows).mapToObj(i -> new double[] {scores[i]}).toArray(double[][]::new);
        int[] labels = Arrays.stream(rows)
                .map(i -> positive.test(examples.get(i)) ? 1 : 0)
                .toArray();
        return LogisticRegression.binomial(inputs, labels, CALIBRATION_LAMBDA, TOLERANCE, MOST_ITERATIONS)
                .coefficients();
    }

    private static LinearHead head(LinearFit fit, double[] scaling) {
        float[] weights = new float[fit.wording().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) fit.wording()[i];
        }
        double[] coefficients = new double[fit.signals().length + 2];
        coefficients[0] = scaling[0];
        for (int i = 0; i < fit.signals().length; i++) {
            coefficients[i + 1] = scaling[0] * fit.signals()[i];
        }
        coefficients[coefficients.length - 1] = scaling[1];
        return new LinearHead(weights, fit.bias(), coefficients);
    }

    private double prior(List<Example> examples) {
        List<Example> repeated = recipe.repeated(examples);
        double yes = repeated.stream().filter(positive).count();
        return Math.log(yes / (repeated.size() - yes));
    }
}
