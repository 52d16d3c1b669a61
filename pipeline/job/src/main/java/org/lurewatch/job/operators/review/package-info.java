/** The operators that read reviews and decide which of them take effect. */
package org.lurewatch.job.operators.review;
