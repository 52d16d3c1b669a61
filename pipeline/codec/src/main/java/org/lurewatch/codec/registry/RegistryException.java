package org.lurewatch.codec.registry;

/** The schema registry does not answer, or does not do what was asked of it. The message is for people. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryException(String message) {
        super(message);
    }

    RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
