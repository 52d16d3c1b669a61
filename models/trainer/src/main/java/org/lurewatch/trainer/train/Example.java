package org.lurewatch.trainer.train;

import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.trainer.data.PostingLanguage;
import org.lurewatch.trainer.data.Sample;

/**
 * A sample turned into features.
 *
 * @param sample the labelled posting
 * @param features what the classifier sees
 * @param thinned what it would see had the posting lost fields; the same where it lost none
 * @param spoken code of the likeliest language by its words; empty where none of them tells
 */
public record Example(Sample sample, FeatureVector features, FeatureVector thinned, Optional<String> spoken) {
    public Example {
        Objects.requireNonNull(spoken);
        Objects.requireNonNull(sample);
        Objects.requireNonNull(features);
        Objects.requireNonNull(thinned);
    }

    /** The same sample with fields lost. */
    Example thin() {
        return new Example(sample, thinned, thinned, spoken);
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

    /** Tag of the language that the posting states, or of its script. */
    String language() {
        return PostingLanguage.of(sample.labelled().posting());
    }

    String site() {
        return sample.site();
    }

    boolean isOfSite() {
        return sample.isOfSite();
    }
}
