package org.lurewatch.detection.classify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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

    /** The codes of all kinds, the likeliest first. */
    public List<String> ranked(FeatureVector features) {
        double[] input = input(features);
        SparseArray sparse =
                new SparseArray(features.signals().length + features.wording().size());
        for (int i = 0; i < input.length; i++) {
            if (input[i] != 0) {
                sparse.append(i, input[i]);
            }
        }
        double[] shares = new double[codes.size()];
        model.predict(sparse, shares);
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -shares[i]))
                .map(codes::get)
                .toList();
    }

    /** The {@link #INPUTS} values that the regression takes of a posting. */
    public static double[] input(FeatureVector features) {
        double[] signals = features.signals();
        double[] input = Arrays.copyOf(signals, INPUTS);
        SparseVector wording = features.wording();
        for (int i = 0; i < wording.size(); i++) {
            input[signals.length + (wording.indices()[i] & (WORDING_BUCKETS - 1))] += wording.values()[i];
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
