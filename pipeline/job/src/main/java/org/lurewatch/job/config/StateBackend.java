package org.lurewatch.job.config;

/** Where state is kept between checkpoints. */
public enum StateBackend {
    /** In memory: fast, but limited by the size of the memory. */
    HASHMAP,
    /** On local disk, with a cache. */
    ROCKSDB
}
