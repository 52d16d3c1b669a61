package org.lurewatch.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.lurewatch.detection.features.SparseVector;
import org.lurewatch.detection.features.TextFeatures;
import smile.classification.SparseLogisticRegression;
import smile.data.SparseDataset;
import smile.util.SparseArray;

/** Fits the wording step of a head: Smile's sparse logistic regression over hashed features, rare ones weighing more. */
final class WordingTrainer {
    private static final double TOLERANCE = 1e-4;
    private static final int MOST_ITERATIONS = 60;

    /**
     * A fitted wording step.
     *
     * @param weights one for each bucket
     * @param bias added to the sum
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Wording(float[] weights, double bias) {
        double score(SparseVector features) {
            double sum = bias;
            for (int i = 0; i < features.size(); i++) {
                sum += (double) features.values()[i] * weights[features.indices()[i]];
            }
            return sum;
        }
    }

    private WordingTrainer() {}

    static Wording fit(List<Example> examples, Predicate<Example> positive, double lambda) {
        double[] rarity = rarity(examples);
        List<SparseArray> rows = new ArrayList<>(examples.size());
        int[] labels = new int[examples.size()];
        for (int i = 0; i < labels.length; i++) {
            rows.add(row(examples.get(i).features().wording(), rarity));
            labels[i] = positive.test(examples.get(i)) ? 1 : 0;
        }
        double[] fitted = SparseLogisticRegression.binomial(
                        SparseDataset.of(rows, TextFeatures.BUCKETS), labels, lambda, TOLERANCE, MOST_ITERATIONS)
                .coefficients();
        float[] weights = new float[TextFeatures.BUCKETS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (fitted[i] * rarity[i]);
        }
        return new Wording(weights, fitted[TextFeatures.BUCKETS]);
    }

    /** Smoothed inverse document frequency of each bucket, in natural logarithms, at least 1. */
    private static double[] rarity(List<Example> examples) {
        int[] counts = new int[TextFeatures.BUCKETS];
        for (Example example : examples) {
            for (int bucket : example.features().wording().indices()) {
                counts[bucket]++;
            }
        }
        return Arrays.stream(counts)
                .mapToDouble(count -> Math.log((1.0 + examples.size()) / (1.0 + count)) + 1)
                .toArray();
    }

    private static SparseArray row(SparseVector features, double[] rarity) {
        SparseArray row = new SparseArray(features.size());
        for (int i = 0; i < features.size(); i++) {
            int bucket = features.indices()[i];
            row.append(bucket, features.values()[i] * rarity[bucket]);
        }
        row.sort();
        return row;
    }
}
