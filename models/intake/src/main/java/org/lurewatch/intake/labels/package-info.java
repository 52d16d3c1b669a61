/**
 * Labelled examples: a posting, what a person said of it, and the group that keeps near-duplicates together.
 */
package org.lurewatch.intake.labels;
