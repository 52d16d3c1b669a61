package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * One record of a file, under the file's own names.
 *
 * @param place where a person finds it
 * @param fields the names of the file with their values, in the order of the file; columns without a name are called by
 *     their number, counted from 0
 */
public record ForeignRecord(String place, ObjectNode fields) implements FileEntry {
    public ForeignRecord {
        Objects.requireNonNull(place);
        Objects.requireNonNull(fields);
    }
}
