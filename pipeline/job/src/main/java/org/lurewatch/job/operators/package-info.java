/** Flink's side of the line: each class moves records and counts them; what is decided is decided elsewhere. */
package org.lurewatch.job.operators;
