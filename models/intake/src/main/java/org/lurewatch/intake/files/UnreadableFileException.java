package org.lurewatch.intake.files;

import java.io.IOException;

/**
 * Says of a whole file that no posting can be read from it: what it looks like, and what its owner can do. Nothing of
 * the content of the file is repeated.
 */
public class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param looksLike what the file looks like, for example {@code a PDF document}
     * @param wayOut what to do, a sentence
     */
    public UnreadableFileException(String looksLike, String wayOut) {
        super("it looks like " + looksLike + "; " + wayOut);
    }
}
