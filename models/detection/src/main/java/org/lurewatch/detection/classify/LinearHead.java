package org.lurewatch.detection.classify;

import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.SparseVector;
import org.lurewatch.detection.features.TextFeatures;

/**
 * A yes-or-no decision that is linear in hashed wording and named signals, so that it can say exactly what each part
 * added. Smile fits the weights; the dot product is taken here, since Smile's own prediction is a probability, which has
 * lost the small differences near 0 and 1. See RATIONALE.md, "The classifier is linear".
 */
public final class LinearHead {
    private final float[] wordingWeights;
    private final double wordingBias;
    private final double[] coefficients;

    /**
     * A trained head.
     *
     * @param wordingWeights one weight for each of {@link TextFeatures#BUCKETS} buckets
     * @param wordingBias added to the wording score
     * @param coefficients for the wording score, then for each of {@link SignalFeatures#NAMES}, then the intercept
     */
    public LinearHead(float[] wordingWeights, double wordingBias, double[] coefficients) {
        if (wordingWeights.length != TextFeatures.BUCKETS) {
            throw new IllegalArgumentException(
                    TextFeatures.BUCKETS + " wording weights are needed, not " + wordingWeights.length);
        }
        if (coefficients.length != SignalFeatures.NAMES.size() + 2) {
            throw new IllegalArgumentException(
                    (SignalFeatures.NAMES.size() + 2) + " coefficients are needed, not " + coefficients.length);
        }
        this.wordingWeights = wordingWeights.clone();
        this.wordingBias = wordingBias;
        this.coefficients = coefficients.clone();
    }

    private LinearHead(LinearHead alike, double[] coefficients) {
        this.wordingWeights = alike.wordingWeights;
        this.wordingBias = alike.wordingBias;
        this.coefficients = coefficients;
    }

    /** Log-odds that the answer is yes. */
    public double logit(FeatureVector features) {
        double sum = coefficients[0] * wordingScore(features.wording());
        double[] signals = features.signals();
        for (int i = 0; i < signals.length; i++) {
            sum += coefficients[i + 1] * signals[i];
        }
        return sum + coefficients[signals.length + 1];
    }

    /** Log-odds for a posting that says nothing. */
    public double logitOfNothing() {
        return coefficients[0] * wordingBias + coefficients[coefficients.length - 1];
    }

    /**
     * The same head in which a named signal adds more.
     *
     * @param signal its place in {@link SignalFeatures#NAMES}
     * @param lift by how much more, where its value is 1
     */
    public LinearHead lifted(int signal, double lift) {
        double[] other = coefficients.clone();
        other[signal + 1] += lift;
        return new LinearHead(this, other);
    }

    /**
     * The same head with other log-odds for a posting that says nothing.
     *
     * @param change what is added to them
     */
    public LinearHead shifted(double change) {
        double[] other = coefficients.clone();
        other[other.length - 1] += change;
        return new LinearHead(this, other);
    }

    /** The wording score: log-odds by the wording alone. */
    public double wordingScore(SparseVector wording) {
        double sum = wordingBias;
        int[] buckets = wording.indices();
        float[] values = wording.values();
        for (int i = 0; i < buckets.length; i++) {
            sum += (double) values[i] * wordingWeights[buckets[i]];
        }
        return sum;
    }

    /** What a named signal with this value adds to the log-odds. */
    public double signalContribution(int signal, double value) {
        return coefficients[signal + 1] * value;
    }

    /** How much of the wording score reaches the log-odds. */
    public double wordingFactor() {
        return coefficients[0];
    }

    /** The weight of each bucket; not to be changed. */
    public float[] wordingWeights() {
        return wordingWeights;
    }

    public double wordingBias() {
        return wordingBias;
    }

    public double[] coefficients() {
        return coefficients.clone();
    }
}
