package org.lurewatch.detection.assess;

import java.util.Objects;

/**
 * From log-odds to a calibrated score and a verdict. See RATIONALE.md, "Weak signals cannot warn".
 * See RATIONALE.md, "A warning needs evidence that doubles the odds".
 *
 * @param trainedPrior log-odds of a scam among the postings that calibrated the classifier
 * @param baseRate share of scams in the stream that is screened
 * @param likely score from which a warning is sent
 * @param unsure score from which a person should ask questions
 * @param about probability from which a text counts as one about scams
 * @param askOnlyWhereUnmeasured whether a posting in a language that the model was never measured in is at most asked
 *     about
 * @param choice what was asked for
 */
public record WarningPolicy(
        double trainedPrior,
        double baseRate,
        double likely,
        double unsure,
        double about,
        boolean askOnlyWhereUnmeasured,
        PolicyChoice choice) {

    /** What SEEK reports for its boards in Asia and the Pacific, July 2024 to June 2025: 0.067 %. */
    public static final double DEFAULT_BASE_RATE = 0.00067;

    private static final double DOUBLE_ODDS = Math.log(2);

    public WarningPolicy {
        if (!(baseRate > 0 && baseRate < 1)) {
            throw new IllegalArgumentException("a base rate lies between 0 and 1, not at " + baseRate);
        }
        requireLines(likely, unsure);
        Objects.requireNonNull(choice);
    }

    /** Lines that hold in every language. */
    public WarningPolicy(double trainedPrior, double baseRate, double likely, double unsure, double about) {
        this(trainedPrior, baseRate, likely, unsure, about, false, PolicyChoice.DEFAULT);
    }

    static void requireLines(double likely, double unsure) {
        if (!(unsure > 0 && unsure <= likely && likely < 1)) {
            throw new IllegalArgumentException(
                    "thresholds must satisfy 0 < unsure <= likely < 1, but are " + unsure + " and " + likely);
        }
    }

    /** The same policy for a stream with another share of scams. */
    public WarningPolicy withBaseRate(double otherBaseRate) {
        return new WarningPolicy(
                trainedPrior,
                otherBaseRate,
                likely,
                unsure,
                about,
                askOnlyWhereUnmeasured,
                choice.withBaseRate(otherBaseRate));
    }

    WarningPolicy withLines(double otherLikely, double otherUnsure) {
        return new WarningPolicy(
                trainedPrior, baseRate, otherLikely, otherUnsure, about, askOnlyWhereUnmeasured, choice);
    }

    /** Whether postings in a language are at most asked about. */
    private boolean onlyAsks(AdvertLanguage language) {
        return askOnlyWhereUnmeasured && !language.measured();
    }

    /** Where the lines are drawn for postings in a language. */
    Thresholds thresholds(AdvertLanguage language) {
        return new Thresholds(baseRate, unsure, onlyAsks(language) ? Thresholds.NEVER : likely);
    }

    /** What becomes of a verdict in a language: where the model was never measured, a policy may only ask. */
    Verdict inLanguage(AdvertLanguage language, Verdict verdict) {
        return verdict == Verdict.LIKELY_SCAM && onlyAsks(language) ? Verdict.UNSURE : verdict;
    }

    /** The probability of a scam in a stream of this base rate. */
    public double score(double logit) {
        return sigmoid(logit - trainedPrior + logOdds(baseRate));
    }

    /** The lowest line that a posting of these log-odds does not reach. */
    public double lineAbove(double logit) {
        return Math.min(Math.nextUp(score(logit)), Math.nextDown(1.0));
    }

    /** The log-odds at which {@link #score} reaches a line. */
    double logitAt(double line) {
        return logOdds(line) + trainedPrior - logOdds(baseRate);
    }

    /**
     * The verdict. However common scams are said to be, a warning needs evidence that at least doubles the odds. A text
     * about scams is judged like any other where it is an offer as well; where it reads like a lure it is asked about.
     *
     * @param logit log-odds of a scam
     * @param boundedLogit the same where weak signals add at most as much as everything else does
     * @param startLogit log-odds of a posting that says nothing
     * @param aboutLogit log-odds that the text is about scams
     * @param offersWithHandle whether the text also names pay and gives a handle
     */
    Verdict verdict(double logit, double boundedLogit, double startLogit, double aboutLogit, boolean offersWithHandle) {
        boolean overTheLine = score(logit) >= likely && score(boundedLogit) >= likely;
        boolean warns = overTheLine && boundedLogit - startLogit > DOUBLE_ODDS;
        if (sigmoid(aboutLogit) >= about && !offersWithHandle) {
            return warns ? Verdict.UNSURE : Verdict.ABOUT_SCAMS;
        }
        if (score(logit) < unsure) {
            return Verdict.NO_SIGN_FOUND;
        }
        return warns ? Verdict.LIKELY_SCAM : Verdict.UNSURE;
    }

    private static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
