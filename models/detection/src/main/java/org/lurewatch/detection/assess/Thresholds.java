package org.lurewatch.detection.assess;

/**
 * The scores at which a verdict changes.
 *
 * @param baseRate share of scams that the scores are worked out for
 * @param unsure from here a person should ask questions
 * @param likely from here a warning is sent; {@link #NEVER} where the posting is at most asked about
 */
public record Thresholds(double baseRate, double unsure, double likely) {
    /** A line that no score reaches. */
    static final double NEVER = Double.POSITIVE_INFINITY;

    /** Lines by which a posting keeps a verdict whatever is added to its score, as a list says. */
    public Thresholds holding(Verdict verdict) {
        return switch (verdict) {
            case LIKELY_SCAM -> new Thresholds(baseRate, 0, 0);
            case UNSURE -> new Thresholds(baseRate, 0, NEVER);
            case NO_SIGN_FOUND, ABOUT_SCAMS -> new Thresholds(baseRate, NEVER, NEVER);
        };
    }

    /** The verdict that a score alone gives. */
    public Verdict verdict(double score) {
        if (score >= likely) {
            return Verdict.LIKELY_SCAM;
        }
        return score >= unsure ? Verdict.UNSURE : Verdict.NO_SIGN_FOUND;
    }
}
