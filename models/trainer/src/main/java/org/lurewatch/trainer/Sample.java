package org.lurewatch.trainer;

import java.util.Objects;
import org.lurewatch.detection.json.Label;
import org.lurewatch.detection.json.LabelledPosting;

/**
 * A labelled posting and where it was read.
 *
 * @param labelled the posting and what a person said of it
 * @param file the file it comes from, without its endings; {@code written} for those that were written for Lurewatch
 */
record Sample(LabelledPosting labelled, String file) {
    Sample {
        Objects.requireNonNull(labelled);
        Objects.requireNonNull(file);
    }

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
