package org.lurewatch.trainer.bench.subject;

import java.util.Objects;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.LabelledPosting;

/**
 * A labelled posting and the detector that assesses it, which should not have seen any posting of its group.
 *
 * @param labelled the posting and what a person said of it
 * @param file the file it comes from
 * @param detector assesses it, as it is and changed
 */
public record Subject(LabelledPosting labelled, String file, Detector detector) {
    public Subject {
        Objects.requireNonNull(labelled);
        Objects.requireNonNull(file);
        Objects.requireNonNull(detector);
    }

    public JobPosting posting() {
        return labelled.posting();
    }

    /** The language as BCP 47 writes it, or the empty string. */
    public String languageTag() {
        return posting()
                .text(PostingField.IN_LANGUAGE)
                .orElse("")
                .split("[/,;]", 2)[0]
                .strip();
    }

    /** The language without script and region, or the empty string. */
    public String language() {
        return languageTag().split("-", 2)[0];
    }
}
