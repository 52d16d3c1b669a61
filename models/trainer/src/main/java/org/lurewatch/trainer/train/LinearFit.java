package org.lurewatch.trainer.train;

import java.util.Arrays;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.SparseVector;
import org.lurewatch.detection.features.TextFeatures;

/**
 * A fitted linear score.
 *
 * @param wording a weight for each bucket
 * @param signals a weight for each named signal
 * @param bias added to the sum
 */
@SuppressWarnings("ArrayRecordComponent")
record LinearFit(double[] wording, double[] signals, double bias) {

    /** What is expected before anything is learnt. */
    static LinearFit expected(Recipe recipe) {
        double[] signals = new double[SignalFeatures.NAMES.size()];
        Arrays.setAll(signals, recipe::expected);
        return new LinearFit(new double[TextFeatures.BUCKETS], signals, 0);
    }

    /** A head's log-odds. */
    static LinearFit of(LinearHead head) {
        double factor = head.wordingFactor();
        float[] weights = head.wordingWeights();
        double[] wording = new double[weights.length];
        Arrays.setAll(wording, i -> factor * weights[i]);
        double[] coefficients = head.coefficients();
        double[] signals = Arrays.copyOfRange(coefficients, 1, coefficients.length - 1);
        return new LinearFit(wording, signals, head.logitOfNothing());
    }

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
