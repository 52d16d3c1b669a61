package org.lurewatch.detection.campaign;

/** What reviewers say of a posting or of a campaign. */
public enum Standing {
    /** Nobody has said anything. */
    OPEN,
    /** A scam. */
    CONFIRMED,
    /** Legitimate. */
    CLEARED,
    /** They do not agree. */
    DISPUTED,
    /** News or advice about scams, not an offer. */
    ABOUT_SCAMS;

    /** The standing of two campaigns that turn out to be one. */
    public Standing together(Standing other) {
        if (this == other || other == OPEN) {
            return this;
        }
        return this == OPEN ? other : DISPUTED;
    }
}
