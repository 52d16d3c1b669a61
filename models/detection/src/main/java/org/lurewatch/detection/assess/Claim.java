package org.lurewatch.detection.assess;

import org.lurewatch.detection.features.FieldReading;

/**
 * A place in a posting with a name for what it says, before its wording is counted.
 *
 * @param signal what it points to
 * @param indicator id of the published indicator, or the empty string
 * @param field index of the field in the reading
 * @param start first unit in the comparable text
 * @param end one past the last unit in the comparable text
 * @param phrase the known wording, or what was computed from the text
 * @param language of the phrase, or the empty string
 * @param edits how far the text is from the phrase
 * @param contribution what the named signal added to the log-odds
 */
record Claim(
        String signal,
        String indicator,
        int field,
        int start,
        int end,
        String phrase,
        String language,
        int edits,
        double contribution) {

    private static final int LONGEST_QUOTE = 400;

    /** The claim as evidence, with what its wording added besides. */
    Evidence toEvidence(FieldReading reading, double wording) {
        int rawStart = reading.text().rawStart(start);
        int rawEnd = Math.min(Math.max(rawStart, reading.text().rawEnd(end)), rawStart + LONGEST_QUOTE);
        String quote = reading.text().raw().substring(rawStart, rawEnd);
        return new Evidence(
                signal,
                indicator,
                reading.field(),
                rawStart,
                rawEnd,
                quote,
                phrase,
                language,
                edits,
                contribution + wording);
    }
}
