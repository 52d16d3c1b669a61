package org.lurewatch.trainer;

import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.json.Label;
import org.lurewatch.detection.json.LabelledPosting;

/**
 * A labelled posting, read and turned into features.
 *
 * @param labelled the posting and what a person said of it
 * @param features what the classifier sees
 * @param file the file it comes from, without its endings
 */
record Example(LabelledPosting labelled, FeatureVector features, String file) {

    boolean isScam() {
        return labelled.label() == Label.SCAM;
    }

    boolean isAboutScams() {
        return labelled.label() == Label.ABOUT_SCAMS;
    }

    boolean isLegitimate() {
        return labelled.label() == Label.LEGITIMATE;
    }
}
