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
}
