package org.lurewatch.trainer.adapt;

/** Says to a person which labels are missing. */
public final class UnsuitableLabelsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsuitableLabelsException(String message) {
        super(message);
    }
}
