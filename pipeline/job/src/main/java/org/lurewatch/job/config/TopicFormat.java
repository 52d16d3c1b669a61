package org.lurewatch.job.config;

/** How the values of a topic are written. */
public enum TopicFormat {
    /** Avro's single-object encoding: the schema's fingerprint, then the record. */
    AVRO,
    /** JSON in UTF-8, which needs no schema to be read. */
    JSON,
    /** Avro as Confluent's serialisers write it: the schema's number in a registry, then the record. */
    CONFLUENT
}
