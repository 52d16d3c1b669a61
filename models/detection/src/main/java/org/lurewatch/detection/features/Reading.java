package org.lurewatch.detection.features;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** A posting, read: what every later step looks at. */
public final class Reading {
    private final JobPosting posting;
    private final List<FieldReading> fields;
    private final List<List<ConceptMatch>> concepts;
    private final Optional<String> language;
    private final PostingFacts facts;
    private final Map<PostingField, FieldParts> parts;

    /** @param parts what each field says by itself, so that an unchanged field need not be read again */
    Reading(
            JobPosting posting,
            List<FieldReading> fields,
            List<List<ConceptMatch>> concepts,
            Optional<String> language,
            PostingFacts facts,
            Map<PostingField, FieldParts> parts) {
        this.posting = Objects.requireNonNull(posting);
        this.fields = List.copyOf(fields);
        this.concepts = List.copyOf(concepts);
        this.language = Objects.requireNonNull(language);
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

    /** The concepts that each of these fields speaks of, in the languages of the posting. */
    public List<List<ConceptMatch>> concepts() {
        return concepts;
    }

    /** Code of the likeliest language by its words; nothing where none of them tells. */
    public Optional<String> language() {
        return language;
    }

    /** What it states. */
    public PostingFacts facts() {
        return facts;
    }

    Map<PostingField, FieldParts> parts() {
        return parts;
    }
}
