package org.lurewatch.trainer.train;

import java.util.Objects;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.trainer.data.Sample;

/**
 * A sample turned into features.
 *
 * @param sample the labelled posting
 * @param features what the classifier sees
 * @param thinned what it would see had the posting lost fields; the same where it lost none
 */
public record Example(Sample sample, FeatureVector features, FeatureVector thinned) {
    public Example {
        Objects.requireNonNull(sample);
        Objects.requireNonNull(features);
        Objects.requireNonNull(thinned);
    }

    /** The same sample with fields lost. */
    Example thin() {
        return new Example(sample, thinned, thinned);
    }

    /** Whether the posting is labelled as a scam. */
    public boolean isScam() {
        return sample.isScam();
    }

    boolean isAboutScams() {
        return sample.isAboutScams();
    }

    String file() {
        return sample.file();
    }

    /** The group that the posting must not be parted from. */
    public String group() {
        return sample.labelled().group();
    }
}
