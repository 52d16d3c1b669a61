package org.lurewatch.job.config;

/** Where reading begins when there is no checkpoint to resume from. */
public enum StartingOffsets {
    /** At the offset that the consumer group has committed, or at the beginning if there is none. */
    COMMITTED_OR_EARLIEST,
    /** At the offset that the consumer group has committed, or at the end if there is none. */
    COMMITTED_OR_LATEST,
    /** At the beginning. */
    EARLIEST,
    /** At the end. */
    LATEST
}
