package org.lurewatch.lab;

/**
 * What was asked of this machine could not be done; the message says why, in words for a person.
 * See RATIONALE.md, "The lab is no part of the product".
 */
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message in words that the user understands */
    public LabException(String message) {
        super(message);
    }

    /** @param message in words that the user understands */
    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
