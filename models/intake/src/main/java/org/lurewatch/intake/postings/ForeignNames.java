package org.lurewatch.intake.postings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lurewatch.intake.columns.ColumnChoice;
import org.lurewatch.intake.columns.ColumnOverrides;
import org.lurewatch.intake.columns.Columns;

/**
 * The names of a record that comes by itself, not in a file: they are read as those of a table's columns are, but from this
 * record alone, so that its posting does not depend on others.
 */
public final class ForeignNames {
    private ForeignNames() {}

    /**
     * The record under the names of schema.org; as it is where it has a {@code description} or no foreign name, and where
     * neither a title nor a text is found in it.
     */
    public static ObjectNode posting(ObjectNode record) {
        if (record.hasNonNull("description") || KnownForms.isPosting(record)) {
            return record;
        }
        Columns columns = ColumnChoice.of(List.of(record), ColumnOverrides.NONE);
        return columns.isOfNoUse() ? record : columns.map(record).posting();
    }

    /** The same for a record that need not be a posting: its values alone do not make it one. */
    public static ObjectNode postingByNames(ObjectNode record) {
        if (KnownForms.isPosting(record)) {
            return record;
        }
        Columns columns = ColumnChoice.of(List.of(record), ColumnOverrides.NONE);
        return columns.areFoundByName() ? columns.map(record).posting() : record;
    }
}
