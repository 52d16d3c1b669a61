/**
 * What the runs of a consumer group leave behind, who may go on from it, and from where.
 */
package org.lurewatch.job.resume;
