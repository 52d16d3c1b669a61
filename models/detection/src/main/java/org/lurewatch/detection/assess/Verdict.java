package org.lurewatch.detection.assess;

/** What a reader is told about a posting. */
public enum Verdict {
    /** Over the line at which a warning is sent. */
    LIKELY_SCAM,
    /** Signs that a person should follow up; comes with the questions to ask. */
    UNSURE,
    /** Nothing was found. Not a statement that the offer is safe. */
    NO_SIGN_FOUND,
    /** News, advice or a warning about scams, not an offer. */
    ABOUT_SCAMS;

    /** Whether a posting with it is warned of. */
    public boolean isWarnedOf() {
        return this == LIKELY_SCAM;
    }

    /** Whether it points at a scam, surely or not. */
    public boolean isSuspicious() {
        return this == LIKELY_SCAM || this == UNSURE;
    }
}
