package org.lurewatch.detection.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.SparseVector;
import org.lurewatch.detection.features.TextFeatures;
import smile.classification.LogisticRegression;
import smile.classification.SparseLogisticRegression;
import smile.util.IntSet;
import smile.util.SparseArray;

/** Our dot products say what Smile's regressions say. */
class LinearHeadTest {
    private static final int SIGNALS = SignalFeatures.NAMES.size();

    private final Random random = new Random(7);
    private final float[] weights = new float[TextFeatures.BUCKETS];
    private final double[] coefficients = random.doubles(SIGNALS + 2, -2, 2).toArray();

    LinearHeadTest() {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
    }

    @Test
    void theLogitIsSmilesProbability() {
        LinearHead head = new LinearHead(weights, 0.25, coefficients);
        LogisticRegression.Binomial smile = new LogisticRegression.Binomial(coefficients, 0, 0, IntSet.of(2));
        for (int i = 0; i < 50; i++) {
            FeatureVector features = features();
            double[] row = new double[SIGNALS + 1];
            row[0] = head.wordingScore(features.wording());
            System.arraycopy(features.signals(), 0, row, 1, SIGNALS);
            double[] posterior = new double[2];
            smile.predict(row, posterior);
            assertEquals(posterior[1], sigmoid(head.logit(features)), 1e-12);
        }
    }

    @Test
    void theWordingScoreIsSmilesProbability() {
        LinearHead head = new LinearHead(weights, 0.25, coefficients);
        double[] sparseWeights = new double[TextFeatures.BUCKETS + 1];
        for (int i = 0; i < weights.length; i++) {
            sparseWeights[i] = weights[i];
        }
        sparseWeights[TextFeatures.BUCKETS] = 0.25;
        SparseLogisticRegression.Binomial smile =
                new SparseLogisticRegression.Binomial(sparseWeights, 0, 0, IntSet.of(2));
        for (int i = 0; i < 50; i++) {
            SparseVector wording = features().wording();
            SparseArray row = new SparseArray();
            for (int k = 0; k < wording.size(); k++) {
                row.append(wording.indices()[k], wording.values()[k]);
            }
            double[] posterior = new double[2];
            smile.predict(row, posterior);
            assertEquals(posterior[1], sigmoid(head.wordingScore(wording)), 1e-12);
        }
    }

    @Test
    void contributionsAddUpToTheLogit() {
        LinearHead head = new LinearHead(weights, 0.25, coefficients);
        FeatureVector features = features();
        double sum = head.wordingFactor() * head.wordingScore(features.wording()) + coefficients[SIGNALS + 1];
        for (int i = 0; i < SIGNALS; i++) {
            sum += head.signalContribution(i, features.signals()[i]);
        }
        assertEquals(head.logit(features), sum, 1e-9);
    }

    @Test
    void refusesWeightsOfAnotherLength() {
        assertThrows(IllegalArgumentException.class, () -> new LinearHead(new float[3], 0, coefficients));
        assertThrows(IllegalArgumentException.class, () -> new LinearHead(weights, 0, new double[3]));
    }

    private FeatureVector features() {
        int[] buckets = random.ints(0, TextFeatures.BUCKETS)
                .distinct()
                .limit(30)
                .sorted()
                .toArray();
        float[] values = new float[buckets.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() / 5;
        }
        return new FeatureVector(
                new SparseVector(buckets, values), random.doubles(SIGNALS, 0, 2).toArray());
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
