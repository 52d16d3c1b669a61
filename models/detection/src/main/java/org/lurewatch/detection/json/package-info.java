/**
 * Postings from JSON and assessments to JSON.
 *
 * <p>{@link org.lurewatch.detection.json.RecordStream} cuts a file into records, {@link
 * org.lurewatch.detection.json.JsonPostingReader} reads one record, {@link
 * org.lurewatch.detection.json.LabelledPostingReader} reads one labelled example, and {@link
 * org.lurewatch.detection.json.AssessmentJson} writes what was decided. Text is kept exactly as it was sent, HTML
 * included, so that offsets of evidence point into what the platform holds.
 */
package org.lurewatch.detection.json;
