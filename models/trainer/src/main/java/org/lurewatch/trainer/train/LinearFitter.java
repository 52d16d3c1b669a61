package org.lurewatch.trainer.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.SparseVector;
import org.lurewatch.detection.features.TextFeatures;
import smile.classification.SparseLogisticRegression;
import smile.data.SparseDataset;
import smile.util.SparseArray;

/**
 * Fits Smile's sparse logistic regression over wording and signals together.
 *
 * <p>Two fits with different views of the wording make better mistakes than either: one scales each feature by its
 * rarity, the other also by how differently often positives and negatives use it (the idea of naive Bayes features in a
 * linear model, Wang and Manning 2012).
 */
final class LinearFitter {
    private static final double TOLERANCE = 1e-4;
    private static final int MOST_ITERATIONS = 60;
    private static final double LEAST_CONTRAST = 0.25;
    private static final double MOST_CONTRAST = 3;

    private final Recipe recipe;
    private final Predicate<Example> positive;

    LinearFitter(Recipe recipe, Predicate<Example> positive) {
        this.recipe = recipe;
        this.positive = positive;
    }

    /** Both fits, mixed. */
    LinearFit fit(List<Example> examples) {
        Counts counts = new Counts(examples);
        LinearFit byRarity = fit(examples, counts.rarity(), recipe.rarityLambda());
        LinearFit byContrast = fit(examples, counts.rarityAndContrast(), recipe.contrastLambda());
        return byRarity.mixedWith(byContrast, recipe.contrastShare());
    }

    private LinearFit fit(List<Example> examples, double[] scale, double lambda) {
        List<SparseArray> rows = new ArrayList<>(examples.size());
        int[] labels = new int[examples.size()];
        for (int i = 0; i < labels.length; i++) {
            rows.add(row(examples.get(i).features(), scale));
            labels[i] = positive.test(examples.get(i)) ? 1 : 0;
        }
        int columns = TextFeatures.BUCKETS + SignalFeatures.NAMES.size();
        double[] fitted = SparseLogisticRegression.binomial(
                        SparseDataset.of(rows, columns), labels, lambda, TOLERANCE, MOST_ITERATIONS)
                .coefficients();
        double[] wording = new double[TextFeatures.BUCKETS];
        for (int i = 0; i < wording.length; i++) {
            wording[i] = fitted[i] * scale[i];
        }
        double[] signals = new double[SignalFeatures.NAMES.size()];
        for (int i = 0; i < signals.length; i++) {
            signals[i] = fitted[TextFeatures.BUCKETS + i] * recipe.signalScale();
        }
        return new LinearFit(wording, signals, fitted[columns]);
    }

    private SparseArray row(FeatureVector features, double[] scale) {
        SparseVector wording = features.wording();
        SparseArray row = new SparseArray(wording.size());
        for (int i = 0; i < wording.size(); i++) {
            int bucket = wording.indices()[i];
            row.append(bucket, wording.values()[i] * scale[bucket]);
        }
        row.sort();
        double[] signals = features.signals();
        for (int i = 0; i < signals.length; i++) {
            if (signals[i] != 0) {
                row.append(TextFeatures.BUCKETS + i, signals[i] * recipe.signalScale());
            }
        }
        return row;
    }

    /** In how many positives and negatives each bucket occurs. */
    private final class Counts {
        private final int[] positives = new int[TextFeatures.BUCKETS];
        private final int[] negatives = new int[TextFeatures.BUCKETS];
        private final int allPositives;
        private final int allNegatives;

        Counts(List<Example> examples) {
            allPositives = (int) examples.stream().filter(positive).count();
            allNegatives = examples.size() - allPositives;
            for (Example example : examples) {
                int[] counts = positive.test(example) ? positives : negatives;
                for (int bucket : example.features().wording().indices()) {
                    counts[bucket]++;
                }
            }
        }

        /** Smoothed inverse document frequency, in natural logarithms, at least 1. */
        double[] rarity() {
            double[] rarity = new double[TextFeatures.BUCKETS];
            for (int i = 0; i < rarity.length; i++) {
                double documents = 1.0 + allPositives + allNegatives;
                rarity[i] = Math.log(documents / (1.0 + positives[i] + negatives[i])) + 1;
            }
            return rarity;
        }

        /** The rarity times the smoothed log ratio of use, within bounds; 0 for buckets that nobody uses. */
        double[] rarityAndContrast() {
            double[] scale = rarity();
            for (int i = 0; i < scale.length; i++) {
                double ratio = Math.log((positives[i] + 1.0) / (allPositives + 2.0))
                        - Math.log((negatives[i] + 1.0) / (allNegatives + 2.0));
                double contrast = LEAST_CONTRAST + Math.min(Math.abs(ratio), MOST_CONTRAST);
                scale[i] *= positives[i] + negatives[i] == 0 ? 0 : contrast;
            }
            return scale;
        }
    }
}
