package org.lurewatch.trainer.train;

import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SparseVector;

/**
 * A fitted linear score.
 *
 * @param wording a weight for each bucket
 * @param signals a weight for each named signal
 * @param bias added to the sum
 */
@SuppressWarnings("ArrayRecordComponent")
record LinearFit(double[] wording, double[] signals, double bias) {

    /** The score of a posting. */
    double score(FeatureVector features) {
        double sum = bias;
        SparseVector text = features.wording();
        for (int i = 0; i < text.size(); i++) {
            sum += text.values()[i] * wording[text.indices()[i]];
        }
        for (int i = 0; i < signals.length; i++) {
            sum += features.signals()[i] * signals[i];
        }
        return sum;
    }

    /** The fit whose score is this one's and the other's, the other's by this share. */
    LinearFit mixedWith(LinearFit other, double share) {
        return new LinearFit(
                mixed(wording, other.wording, share),
                mixed(signals, other.signals, share),
                (1 - share) * bias + share * other.bias);
    }

    private static double[] mixed(double[] one, double[] other, double share) {
        double[] mixed = new double[one.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (1 - share) * one[i] + share * other[i];
        }
        return mixed;
    }
}
