package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.List;

/**
 * The wording of a posting as the classifier sees it, and where in the posting each feature of it begins. The arrays are
 * shared, not copied: treat them as read-only.
 *
 * @param features in the order in which the text brings them
 * @param tokens for each feature the token of its field that begins it first
 * @param ends for each field, in the order of {@link Reading#fields()}, one past the last feature that it begins
 */
@SuppressWarnings("ArrayRecordComponent")
public record Wording(SparseVector features, int[] tokens, int[] ends) {

    /**
     * What each token adds to a linear score, by field in the order of {@link Reading#fields()}: the sum over all
     * features that it begins and that no token before it began.
     *
     * @param reading the posting whose wording this is
     * @param weights weight by bucket
     */
    public List<double[]> contributions(Reading reading, float[] weights) {
        int[] buckets = features.indices();
        float[] values = features.values();
        List<double[]> contributions = new ArrayList<>(ends.length);
        int feature = 0;
        for (int i = 0; i < ends.length; i++) {
            double[] sums = new double[reading.fields().get(i).tokens().size()];
            for (; feature < ends[i]; feature++) {
                sums[tokens[feature]] += (double) values[feature] * weights[buckets[feature]];
            }
            contributions.add(sums);
        }
        return contributions;
    }
}
