/**
 * The entry point of the jar for a Flink cluster.
 */
package org.lurewatch.job;
