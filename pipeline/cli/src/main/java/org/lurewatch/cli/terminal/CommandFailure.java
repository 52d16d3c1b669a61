package org.lurewatch.cli.terminal;

/** Ends a command with a message for a person. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message in words that the user understands */
    public CommandFailure(String message) {
        super(message);
    }

    /** @param message in words that the user understands */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
