/**
 * What reviewers say of postings and campaigns, and when it takes effect.
 *
 * <p>{@code ReviewRule} guards against poisoning: only so many reviews of one reviewer a day take effect by themselves. A
 * review beyond that number waits until another reviewer says the same of the same target. {@code TargetMemory} sums up what
 * all reviewers say of one posting or campaign.
 */
package org.lurewatch.detection.review;
