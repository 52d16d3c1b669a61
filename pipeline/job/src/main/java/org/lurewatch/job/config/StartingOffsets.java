package org.lurewatch.job.config;

/** Where reading begins when there is no checkpoint to go on from. */
public enum StartingOffsets {
    /** After what the consumer group has committed, else at the beginning. */
    COMMITTED_OR_EARLIEST,
    /** After what the consumer group has committed, else at the end. */
    COMMITTED_OR_LATEST,
    /** At the beginning. */
    EARLIEST,
    /** At the end. */
    LATEST
}
