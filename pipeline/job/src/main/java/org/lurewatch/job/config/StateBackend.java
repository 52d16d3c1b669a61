package org.lurewatch.job.config;

/** Where state lies between two checkpoints. */
public enum StateBackend {
    /** In memory: fast, and as large as memory is. */
    HASHMAP,
    /** On local disk, beside a cache. */
    ROCKSDB
}
