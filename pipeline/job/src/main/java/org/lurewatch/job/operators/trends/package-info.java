/** Counts of postings by hour and day of event time. */
package org.lurewatch.job.operators.trends;
