package org.lurewatch.intake.postings;

import java.util.Objects;
import org.lurewatch.intake.columns.ColumnOverrides;
import org.lurewatch.intake.files.FileOptions;

/**
 * What a person says about files, where a look at them guesses wrong.
 *
 * @param files what the files are
 * @param columns which column is what
 */
public record IntakeOptions(FileOptions files, ColumnOverrides columns) {
    /** Everything is found out by a look at the file. */
    public static final IntakeOptions NONE = new IntakeOptions(FileOptions.NONE, ColumnOverrides.NONE);

    public IntakeOptions {
        Objects.requireNonNull(files);
        Objects.requireNonNull(columns);
    }
}
