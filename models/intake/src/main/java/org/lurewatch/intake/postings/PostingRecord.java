package org.lurewatch.intake.postings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.columns.Columns;
import org.lurewatch.intake.columns.MappedRecord;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.intake.labels.LabelledPostingReader;

/** What stands at one place of a file: a posting, perhaps with a label, or one that cannot be read. */
public final class PostingRecord {
    private final String file;
    private final String place;
    private final Optional<DecodedPosting> decoded;
    private final Optional<UnusablePostingException> problem;
    private final Optional<JsonNode> example;
    private final Optional<Label> label;
    private final Optional<ScamType> scamType;
    private final Optional<Columns> columns;

    private PostingRecord(
            String file,
            String place,
            Optional<DecodedPosting> decoded,
            Optional<UnusablePostingException> problem,
            Optional<JsonNode> example,
            Optional<Label> label,
            Optional<ScamType> scamType,
            Optional<Columns> columns) {
        this.file = Objects.requireNonNull(file);
        this.place = Objects.requireNonNull(place);
        this.decoded = decoded;
        this.problem = problem;
        this.example = example;
        this.label = label;
        this.scamType = scamType;
        this.columns = columns;
    }

    static PostingRecord unusable(
            String file, String place, UnusablePostingException problem, Optional<Columns> columns) {
        return new PostingRecord(
                file,
                place,
                Optional.empty(),
                Optional.of(problem),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                columns);
    }

    static PostingRecord ofPosting(String file, String place, DecodedPosting decoded) {
        return new PostingRecord(
                file,
                place,
                Optional.of(decoded),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** @param example the record in the project's own labelled form */
    static PostingRecord ofExample(String file, String place, DecodedPosting decoded, JsonNode example) {
        return new PostingRecord(
                file,
                place,
                Optional.of(decoded),
                Optional.empty(),
                Optional.of(example),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** @param columns by which it was read */
    static PostingRecord ofColumns(
            String file, String place, DecodedPosting decoded, MappedRecord mapped, Columns columns) {
        return new PostingRecord(
                file,
                place,
                Optional.of(decoded),
                Optional.empty(),
                Optional.empty(),
                mapped.label(),
                mapped.scamType(),
                Optional.of(columns));
    }

    /** The file that it stands in, as it was named. */
    public String file() {
        return file;
    }

    /** Where in the file a person finds it, for example {@code line 3}. */
    public String place() {
        return place;
    }

    /**
     * The posting.
     *
     * @throws UnusablePostingException with the reason, if it cannot be read
     */
    public DecodedPosting decoded() {
        problem.ifPresent(reason -> {
            throw reason;
        });
        return decoded.orElseThrow();
    }

    /** Whether it is in the project's own labelled form. */
    public boolean isExample() {
        return example.isPresent();
    }

    /** The columns by which it was read; empty where it was under names that need no choice. */
    public Optional<Columns> columns() {
        return columns;
    }

    /**
     * The posting with its label; one without a label is an unlabelled example.
     *
     * @throws UnusablePostingException with the reason, if it cannot be read
     */
    public LabelledPosting labelled() {
        JobPosting posting = decoded().posting();
        return example.map(root -> LabelledPostingReader.labelled(root, posting))
                .orElseGet(() ->
                        new LabelledPosting(posting, label.orElse(Label.UNLABELLED), scamType, posting.key(), "", ""));
    }
}
