/**
 * From settings to a running job: checks, topics, sources and sinks on Kafka, Flink's settings.
 */
package org.lurewatch.job.start;
