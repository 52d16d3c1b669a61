/**
 * Postings from JSON: {@link org.lurewatch.intake.json.RecordStream} cuts a file into records, and {@link
 * org.lurewatch.intake.json.JsonPostingReader} reads one record. Text is kept exactly as it was sent, HTML
 * included, so that the offsets of evidence refer to the text on the platform.
 */
package org.lurewatch.intake.json;
