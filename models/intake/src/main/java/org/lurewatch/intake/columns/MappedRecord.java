package org.lurewatch.intake.columns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.intake.labels.Label;

/**
 * A record of a stranger's file as a posting.
 *
 * @param posting with the names of schema.org/JobPosting
 * @param label what a person said of it, where a column says that
 * @param scamType the kind of scam, where a column names one that is known
 */
public record MappedRecord(ObjectNode posting, Optional<Label> label, Optional<ScamType> scamType) {
    public MappedRecord {
        Objects.requireNonNull(posting);
        Objects.requireNonNull(label);
        Objects.requireNonNull(scamType);
    }
}
