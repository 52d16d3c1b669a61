package org.lurewatch.trainer;

import java.util.Objects;
import org.lurewatch.detection.features.FeatureVector;

/**
 * A sample turned into features.
 *
 * @param sample the labelled posting
 * @param features what the classifier sees
 */
record Example(Sample sample, FeatureVector features) {
    Example {
        Objects.requireNonNull(sample);
        Objects.requireNonNull(features);
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
