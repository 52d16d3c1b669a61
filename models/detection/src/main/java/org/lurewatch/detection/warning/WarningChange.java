package org.lurewatch.detection.warning;

/** What becomes of a posting's warning, for counting. */
public enum WarningChange {
    /** A posting that is a likely scam by itself is warned of for the first time. */
    FIRST,
    /** A posting that is a likely scam by itself replaces its warning. */
    REVISED,
    /** A posting that is a likely scam by itself tells readers nothing new. */
    REPEATED,
    /** A posting that is a likely scam by itself is not warned of: reviewers, or its newer text, say otherwise. */
    WITHHELD,
    /** A posting became a likely scam by what others or reviewers say, or by its newer text. */
    LATE,
    /** A warning is taken back. */
    RETRACTED,
    /** Any other warning that is sent. */
    UPDATED
}
