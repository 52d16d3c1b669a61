package org.lurewatch.trainer;

import java.util.Objects;
import org.lurewatch.detection.features.FeatureVector;

/**
 * A sample turned into features.
 *
 * @param sample the labelled posting
 * @param features what the classifier sees
 * @param thinned what it would see had the posting lost fields; the same where it lost none
 */
record Example(Sample sample, FeatureVector features, FeatureVector thinned) {
    Example {
        Objects.requireNonNull(sample);
        Objects.requireNonNull(features);
        Objects.requireNonNull(thinned);
    }

    /** The same sample with fields lost. */
    Example thin() {
        return new Example(sample, thinned, thinned);
    }

    boolean isScam() {
        return sample.isScam();
    }

    boolean isAboutScams() {
        return sample.isAboutScams();
    }

    String file() {
        return sample.file();
    }

    String group() {
        return sample.labelled().group();
    }
}
