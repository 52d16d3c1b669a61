package org.lurewatch.trainer.calibrate;

/** Says to a person how many adverts are needed. */
public final class TooFewAdvertsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooFewAdvertsException(String message) {
        super(message);
    }
}
