/**
 * Bytes to postings, and assessments and rejects to records for Kafka. Knows Avro and the domain, not Flink.
 */
package org.lurewatch.job.codec;
