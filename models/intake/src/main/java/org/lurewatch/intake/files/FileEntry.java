package org.lurewatch.intake.files;

/** What stands at one place of a file: a record, or one that cannot be read. */
public sealed interface FileEntry permits ForeignRecord, DamagedRecord {
    /** Where a person finds it, for example {@code line 3} or {@code row 7 of sheet Jobs}. */
    String place();
}
