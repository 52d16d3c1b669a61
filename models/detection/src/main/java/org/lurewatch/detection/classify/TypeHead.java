package org.lurewatch.detection.classify;

import java.util.List;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.SparseVector;
import smile.classification.SparseLogisticRegression;
import smile.util.IntSet;
import smile.util.SparseArray;

/** Names the likeliest of several kinds by Smile's multinomial logistic regression over signals and coarser wording. */
public final class TypeHead {
    /** The wording is folded into this many buckets: there are few examples of a kind. */
    public static final int WORDING_BUCKETS = 1 << 12;

    /** Inputs of the regression: the signals first, then the folded wording. */
    public static final int INPUTS = SignalFeatures.NAMES.size() + WORDING_BUCKETS;

    private final List<String> codes;
    private final double[][] weights;
    private final SparseLogisticRegression.Multinomial model;

    /**
     * A trained head.
     *
     * @param codes what the classes are called
     * @param weights for each class but the last {@link #INPUTS} weights and an intercept
     */
    public TypeHead(List<String> codes, double[][] weights) {
        if (weights.length != codes.size() - 1) {
            throw new IllegalArgumentException(
                    "weights for " + (codes.size() - 1) + " classes are needed, not " + weights.length);
        }
        for (double[] row : weights) {
            if (row.length != INPUTS + 1) {
                throw new IllegalArgumentException((INPUTS + 1) + " weights a class are needed, not " + row.length);
            }
        }
        this.codes = List.copyOf(codes);
        this.weights = weights.clone();
        this.model = new SparseLogisticRegression.Multinomial(this.weights, 0, 0, IntSet.of(codes.size()));
    }

    /** The code of the likeliest kind. */
    public String predict(FeatureVector features) {
        return codes.get(model.predict(input(features)));
    }

    /** The features as the regression takes them: index and value pairs in ascending order. */
    public static SparseArray input(FeatureVector features) {
        SparseArray input = new SparseArray();
        double[] signals = features.signals();
        for (int i = 0; i < signals.length; i++) {
            if (signals[i] != 0) {
                input.set(i, signals[i]);
            }
        }
        SparseVector wording = features.wording();
        double[] folded = new double[WORDING_BUCKETS];
        for (int i = 0; i < wording.size(); i++) {
            folded[wording.indices()[i] & (WORDING_BUCKETS - 1)] += wording.values()[i];
        }
        for (int i = 0; i < WORDING_BUCKETS; i++) {
            if (folded[i] != 0) {
                input.append(signals.length + i, folded[i]);
            }
        }
        return input;
    }

    public List<String> codes() {
        return codes;
    }

    /** The weights; not to be changed. */
    public double[][] weights() {
        return weights;
    }
}
