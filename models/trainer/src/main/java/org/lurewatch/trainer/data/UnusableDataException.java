package org.lurewatch.trainer.data;

/** A file gives nothing to learn from or to measure on; the message says why and what to do. */
public final class UnusableDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableDataException(String message) {
        super(message);
    }
}
