package org.lurewatch.detection.assess;

import java.util.Objects;
import org.lurewatch.detection.posting.PostingField;

/**
 * One reason for a score, pointing into the raw posting.
 *
 * @param signal what the words point to, for example {@code fee_deposit}
 * @param indicator id of the published indicator it rests on, for example {@code O01}, or the empty string
 * @param source who says that these words point there: publications, or the labelled postings it was learnt from
 * @param field the field it was found in
 * @param start first UTF-16 unit in the raw field
 * @param end one past the last UTF-16 unit in the raw field
 * @param quote the raw text between start and end
 * @param phrase the known wording it matched, or what was computed from the quote
 * @param language BCP 47 tag of the phrase, or the empty string
 * @param edits how many letters or words differ from the phrase
 * @param contribution what it added to the score, in log-odds; negative speaks for the employer
 * @param decisive whether it is one of the few without which the verdict would have been a milder one
 */
public record Evidence(
        String signal,
        String indicator,
        String source,
        PostingField field,
        int start,
        int end,
        String quote,
        String phrase,
        String language,
        int edits,
        double contribution,
        boolean decisive) {

    public Evidence {
        Objects.requireNonNull(signal);
        Objects.requireNonNull(indicator);
        Objects.requireNonNull(source);
        Objects.requireNonNull(field);
        Objects.requireNonNull(quote);
        Objects.requireNonNull(phrase);
        Objects.requireNonNull(language);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span from " + start + " to " + end + " does not exist");
        }
    }

    /** The same, not decisive. */
    public Evidence asMild() {
        return new Evidence(
                signal, indicator, source, field, start, end, quote, phrase, language, edits, contribution, false);
    }
}
