package org.lurewatch.intake.labels;

import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.posting.JobPosting;

/**
 * An example for training and measuring.
 *
 * @param posting the advert
 * @param label what a person said of it
 * @param scamType the kind of scam, if that is known
 * @param group joins near-duplicates and one author's adverts: folds are made of groups, never of rows
 * @param dataset where it comes from, or the empty string
 * @param set what it is set aside for ({@code train}, {@code demo}), or the empty string
 */
public record LabelledPosting(
        JobPosting posting, Label label, Optional<ScamType> scamType, String group, String dataset, String set) {
    public LabelledPosting {
        Objects.requireNonNull(posting);
        Objects.requireNonNull(label);
        Objects.requireNonNull(scamType);
        Objects.requireNonNull(group);
        Objects.requireNonNull(dataset);
        Objects.requireNonNull(set);
    }
}
