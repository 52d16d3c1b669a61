package org.lurewatch.trainer.data;

import java.util.Objects;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;

/**
 * A labelled posting and where it was read.
 *
 * @param labelled the posting and what a person said of it
 * @param file the file it comes from, without its endings; {@code written} and {@code pairs}
 *     for those that were written for Lurewatch
 * @param site the site or channel that it was gathered from, where its file gathers several; else the file
 */
public record Sample(LabelledPosting labelled, String file, String site) {
    public Sample {
        Objects.requireNonNull(labelled);
        Objects.requireNonNull(file);
        Objects.requireNonNull(site);
    }

    /** A sample of a file that is of one source. */
    public Sample(LabelledPosting labelled, String file) {
        this(labelled, file, file);
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

    /** Whether it was written for Lurewatch. */
    public boolean isOurs() {
        return SampleFiles.isOurs(file);
    }

    /** Whether its file gathers several sites or channels. */
    public boolean isOfSite() {
        return !site.equals(file);
    }
}
