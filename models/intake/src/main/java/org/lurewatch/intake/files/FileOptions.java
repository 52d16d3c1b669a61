package org.lurewatch.intake.files;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person says about a file, where a look at it guesses wrong.
 *
 * @param kind what the file is
 * @param records where the list of records lies in a JSON document, for example {@code result.jobs} or {@code
 *     channels[].posts[]}
 * @param split how plain text is cut into adverts
 * @param charset how the bytes are to be read
 */
public record FileOptions(
        Optional<FileKind> kind, Optional<String> records, TextSplit split, Optional<Charset> charset) {
    /** Everything is found out by a look at the file. */
    public static final FileOptions NONE =
            new FileOptions(Optional.empty(), Optional.empty(), TextSplit.AUTO, Optional.empty());

    public FileOptions {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(records);
        Objects.requireNonNull(split);
        Objects.requireNonNull(charset);
    }
}
