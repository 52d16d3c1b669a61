package org.lurewatch.detection.features;

import java.util.List;
import java.util.Objects;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.posting.JobPosting;

/**
 * A posting, read: what every later step looks at.
 *
 * @param posting the raw advert
 * @param fields its prose and labels, in the order of {@link org.lurewatch.detection.posting.PostingField}
 * @param facts what it states
 */
public record Reading(JobPosting posting, List<FieldReading> fields, PostingFacts facts) {
    public Reading {
        Objects.requireNonNull(posting);
        fields = List.copyOf(fields);
        Objects.requireNonNull(facts);
    }
}
