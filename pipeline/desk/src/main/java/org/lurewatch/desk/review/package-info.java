/**
 * What reviewers said, put together by the rule of the running job.
 */
package org.lurewatch.desk.review;
