package org.lurewatch.job.resume;

/** Says that another process runs the same group. */
public final class TakenException extends Exception {
    private static final long serialVersionUID = 1L;

    TakenException(String message) {
        super(message);
    }
}
