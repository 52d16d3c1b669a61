package org.lurewatch.intake.postings;

import org.lurewatch.intake.files.UnreadableFileException;

/** Says that no column of a file is one of titles or texts. Its message repeats the names of the columns. */
public final class NoTextColumnException extends UnreadableFileException {
    private static final long serialVersionUID = 1L;

    NoTextColumnException(String looksLike, String wayOut) {
        super(looksLike, wayOut);
    }
}
