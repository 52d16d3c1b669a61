package org.lurewatch.detection.posting;

import java.util.Objects;

/** Says that one record cannot be assessed and why. The detail is ours: it never repeats scraped text. */
public final class UnusablePostingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    public UnusablePostingException(RejectReason reason, String detail) {
        super(detail);
        this.reason = Objects.requireNonNull(reason);
    }

    public UnusablePostingException(RejectReason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = Objects.requireNonNull(reason);
    }

    public RejectReason reason() {
        return reason;
    }
}
