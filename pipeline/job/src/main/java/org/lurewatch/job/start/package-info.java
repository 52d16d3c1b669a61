/**
 * From settings to a running job: checks, topics, Kafka's ends, Flink's settings.
 */
package org.lurewatch.job.start;
