package org.lurewatch.detection.assess;

import java.util.Comparator;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.text.ComparableText;

/**
 * One part of a score: a place in the posting and all that it added.
 *
 * @param evidence the place as it is told
 * @param weak whether it may not reach a warning by itself or with other weak ones
 */
record Piece(Evidence evidence, boolean weak) {
    /** The strongest first, whichever way they point. */
    static final Comparator<Piece> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Piece piece) -> -Math.abs(piece.contribution()))
            .thenComparing(piece -> piece.evidence().field())
            .thenComparingInt(piece -> piece.evidence().start())
            .thenComparing(piece -> piece.evidence().signal());

    private static final int LONGEST_QUOTE = 400;

    double contribution() {
        return evidence.contribution();
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
        Reason reason = claim.reason();
        Evidence evidence = new Evidence(
                reason.signal(),
                reason.indicator(),
                reason.source(),
                claim.field(),
                start,
                last,
                raw.substring(start, last),
                reason.phrase(),
                reason.language(),
                reason.edits(),
                claim.contribution() + wording,
                false);
        return new Piece(evidence, reason.weak());
    }
}
