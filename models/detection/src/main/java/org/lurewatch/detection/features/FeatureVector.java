package org.lurewatch.detection.features;

/**
 * Everything that the classifier sees of a posting.
 *
 * @param wording hashed features of the text
 * @param signals values in the order of {@link SignalFeatures#NAMES}; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record FeatureVector(SparseVector wording, double[] signals) {

    /** The features of a posting. */
    public static FeatureVector of(Reading reading) {
        return new FeatureVector(TextFeatures.of(reading), SignalFeatures.of(reading));
    }
}
