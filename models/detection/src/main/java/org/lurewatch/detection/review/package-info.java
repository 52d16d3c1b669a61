/** What reviewers say of postings and campaigns, and when it takes effect. */
package org.lurewatch.detection.review;
