/** The operators on Flink: each class moves records and counts them; the decisions are made elsewhere. */
package org.lurewatch.job.operators;
