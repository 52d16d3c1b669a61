package org.lurewatch.trainer;

import java.util.List;
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

    /** The fit whose score is the mean of these fits' scores. */
    static LinearFit mean(List<LinearFit> fits) {
        double[] wording = new double[fits.get(0).wording().length];
        double[] signals = new double[fits.get(0).signals().length];
        double bias = 0;
        for (LinearFit fit : fits) {
            add(fit.wording(), wording, fits.size());
            add(fit.signals(), signals, fits.size());
            bias += fit.bias() / fits.size();
        }
        return new LinearFit(wording, signals, bias);
    }

    private static void add(double[] part, double[] sum, int count) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += part[i] / count;
        }
    }
}
