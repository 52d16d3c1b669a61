package org.lurewatch.detection.assess;

import java.util.Comparator;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;

/**
 * One part of a score: a place in the posting and all that it added.
 *
 * @param reason what it points to
 * @param field where it is
 * @param raw the raw text of that field
 * @param start first unit in the raw text
 * @param end one past the last unit in the raw text
 * @param contribution what it added to the log-odds
 */
record Piece(Reason reason, PostingField field, String raw, int start, int end, double contribution) {
    /** The strongest first, whichever way they point. */
    static final Comparator<Piece> STRONGEST_FIRST = ((Comparator<Piece>) Piece::compareStrength)
            .thenComparing(Piece::field)
            .thenComparingInt(Piece::start)
            .thenComparing(piece -> piece.reason().signal());

    private static final int LONGEST_QUOTE = 400;

    private static int compareStrength(Piece one, Piece other) {
        return Double.compare(Math.abs(other.contribution()), Math.abs(one.contribution()));
    }

    /** Whether it may not reach a warning by itself or with other weak ones. */
    boolean weak() {
        return reason.weak();
    }

    /** Whether it is words that no phrase or fact claims. */
    boolean isWording() {
        return reason.signal().equals(Reason.WORDING.signal());
    }

    String quote() {
        return raw.substring(start, end);
    }

    /** The piece as evidence for a reader. */
    Evidence evidence(boolean decisive) {
        return new Evidence(
                reason.signal(),
                reason.indicator(),
                reason.source(),
                field,
                start,
                end,
                quote(),
                reason.phrase(),
                reason.language(),
                reason.edits(),
                contribution,
                decisive);
    }

    /** A claim in a field whose wording is scored. */
    static Piece of(Claim claim, FieldReading field, double wording) {
        ComparableText text = field.text();
        int start = text.rawStart(claim.start());
        int end = claim.end();
        while (end > claim.start() + 1 && text.rawEnd(end) - start > LONGEST_QUOTE) {
            end--;
        }
        return of(claim, text.raw(), start, Math.max(start, text.rawEnd(end)), wording);
    }

    /** A claim in a field that only holds facts. */
    static Piece of(Claim claim, String raw) {
        return of(claim, raw, claim.start(), claim.end(), 0);
    }

    private static Piece of(Claim claim, String raw, int start, int end, double wording) {
        int last = Math.min(end, start + LONGEST_QUOTE);
        if (last < end && Character.isHighSurrogate(raw.charAt(last - 1))) {
            last--;
        }
        return new Piece(claim.reason(), claim.field(), raw, start, last, claim.contribution() + wording);
    }
}
