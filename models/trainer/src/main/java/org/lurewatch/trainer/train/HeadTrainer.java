package org.lurewatch.trainer.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.lurewatch.detection.classify.LinearHead;

/** Trains one head and calibrates it on scores of postings whose sites and groups the scoring model did not see. */
public final class HeadTrainer {
    private static final double CALIBRATION_PENALTY = 1e-3;
    private static final double TOLERANCE = 1e-8;
    private static final int MOST_STEPS = 500;

    private final Recipe recipe;
    private final Predicate<Example> positive;
    private final LinearFitter fitter;

    /** @param positive what the head is to find */
    public HeadTrainer(Recipe recipe, Predicate<Example> positive) {
        this.recipe = recipe;
        this.positive = positive;
        this.fitter = new LinearFitter(recipe, positive, LinearFit.expected(recipe));
    }

    /**
     * A trained head with the scores that it gives to what it has not seen.
     *
     * @param head trained on everything
     * @param heldOut calibrated log-odds of each example by a model that saw no example of its site or group
     * @param prior log-odds of a positive among the examples, each as often as it counts
     * @param foldHeads for each fold a head that saw no example of it, with the calibration of all
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Trained(LinearHead head, double[] heldOut, double prior, List<LinearHead> foldHeads) {}

    Trained train(List<Example> examples) {
        List<LinearFit> foldFits = IntStream.range(0, recipe.folds().count())
                .parallel()
                .mapToObj(fold -> fitter.fit(recipe.folds().without(fold, examples)))
                .toList();
        double[] scores = examples.stream()
                .mapToDouble(example -> foldFits.get(recipe.folds().of(example)).score(example.features()))
                .toArray();
        double[] weights = recipe.weights(examples);
        double[] scaling = calibration(examples, weights, scores);
        double[] heldOut = Arrays.stream(scores)
                .map(score -> scaling[0] * score + scaling[1])
                .toArray();
        LinearFit all = fitter.fit(examples);
        List<LinearHead> foldHeads =
                foldFits.stream().map(fit -> head(fit, scaling)).toList();
        return new Trained(head(all, scaling), heldOut, prior(examples, weights), foldHeads);
    }

    /** Platt's scaling, which keeps the order of scores: slope and intercept. */
    private double[] calibration(List<Example> examples, double[] weights, double[] scores) {
        PenalisedLoss loss = new PenalisedLoss(1, CALIBRATION_PENALTY);
        for (int i = 0; i < scores.length; i++) {
            loss.add(0, scores[i]);
            loss.endRow(positive.test(examples.get(i)), weights[i], 0);
        }
        return loss.minimise(TOLERANCE, MOST_STEPS);
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

    private double prior(List<Example> examples, double[] weights) {
        double yes = 0;
        double all = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i];
            yes += positive.test(examples.get(i)) ? weights[i] : 0;
        }
        return Math.log(yes / (all - yes));
    }
}
