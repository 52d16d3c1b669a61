/** The operators that read reviews and guard what takes effect of them. */
package org.lurewatch.job.operators.review;
