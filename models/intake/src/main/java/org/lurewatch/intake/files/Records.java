package org.lurewatch.intake.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The records of one open file. */
interface Records extends Closeable {
    /** The next record, or the next place that cannot be read; empty at the end. */
    Optional<FileEntry> next() throws IOException;

    /** What the file is read as. */
    String kind();

    /** What a person should know about the reading. */
    default List<String> notes() {
        return List.of();
    }

    @Override
    default void close() throws IOException {}
}
