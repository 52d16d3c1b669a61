package org.lurewatch.job.config;

/** What becomes of warnings and rejects when the job is killed. */
public enum Delivery {
    /** Written in Kafka transactions that a checkpoint commits: readers with read-committed see each once. */
    EXACTLY_ONCE,
    /** Seen at once, and some of them again after a restart. */
    AT_LEAST_ONCE
}
