package org.lurewatch.detection.features;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** A posting, read: what every later step looks at. */
public final class Reading {
    private final JobPosting posting;
    private final List<FieldReading> fields;
    private final PostingFacts facts;
    private final Map<PostingField, FieldParts> parts;

    /** @param parts what each field says by itself, so that an unchanged field need not be read again */
    Reading(JobPosting posting, List<FieldReading> fields, PostingFacts facts, Map<PostingField, FieldParts> parts) {
        this.posting = Objects.requireNonNull(posting);
        this.fields = List.copyOf(fields);
        this.facts = Objects.requireNonNull(facts);
        this.parts = parts;
    }

    /** The raw advert. */
    public JobPosting posting() {
        return posting;
    }

    /** Its prose and labels, in the order of {@link PostingField}. */
    public List<FieldReading> fields() {
        return fields;
    }

    /** What it states. */
    public PostingFacts facts() {
        return facts;
    }

    Map<PostingField, FieldParts> parts() {
        return parts;
    }
}
