package org.lurewatch.desk;

/**
 * What was asked of the topics could not be done; the message says why, in words for a person.
 * See RATIONALE.md, "The desk answers with values".
 */
public final class DeskException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message in words that the user understands */
    public DeskException(String message) {
        super(message);
    }

    /** @param message in words that the user understands */
    public DeskException(String message, Throwable cause) {
        super(message, cause);
    }
}
