package org.lurewatch.job.config;

/** What happens to warnings and rejects when the job is killed. */
public enum Delivery {
    /** Written in Kafka transactions that a checkpoint commits: readers with read-committed isolation see each once. */
    EXACTLY_ONCE,
    /** Visible at once; some of them are sent again after a restart. */
    AT_LEAST_ONCE
}
