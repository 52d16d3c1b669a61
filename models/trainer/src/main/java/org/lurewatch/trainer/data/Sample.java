package org.lurewatch.trainer.data;

import java.util.Objects;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;

/**
 * A labelled posting and where it was read.
 *
 * @param labelled the posting and what a person said of it
 * @param file the file it comes from, without its endings; {@code written} for those that were written for Lurewatch
 */
public record Sample(LabelledPosting labelled, String file) {
    public Sample {
        Objects.requireNonNull(labelled);
        Objects.requireNonNull(file);
    }

    /** Whether it is labelled as a scam. */
    public boolean isScam() {
        return labelled.label() == Label.SCAM;
    }

    /** Whether it is labelled as a text about scams. */
    public boolean isAboutScams() {
        return labelled.label() == Label.ABOUT_SCAMS;
    }

    /** Whether it is labelled as an honest advert. */
    public boolean isLegitimate() {
        return labelled.label() == Label.LEGITIMATE;
    }
}
