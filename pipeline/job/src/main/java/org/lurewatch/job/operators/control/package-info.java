/** Which bundle decides, while the job runs. */
package org.lurewatch.job.operators.control;
