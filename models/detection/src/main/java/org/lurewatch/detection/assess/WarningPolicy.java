package org.lurewatch.detection.assess;

/**
 * From log-odds to a calibrated score and a verdict.
 *
 * @param trainedPrior log-odds of a scam among the postings that calibrated the classifier
 * @param baseRate share of scams in the stream that is screened
 * @param likely score from which a warning is sent
 * @param unsure score from which a person should ask questions
 * @param about probability from which a text counts as one about scams
 */
public record WarningPolicy(double trainedPrior, double baseRate, double likely, double unsure, double about) {

    /** What SEEK reports for its boards in Asia and the Pacific, July 2024 to June 2025: 0.067 %. */
    public static final double DEFAULT_BASE_RATE = 0.00067;

    public WarningPolicy {
        if (!(baseRate > 0 && baseRate < 1)) {
            throw new IllegalArgumentException("a base rate lies between 0 and 1, not at " + baseRate);
        }
        if (!(unsure > 0 && unsure <= likely && likely < 1)) {
            throw new IllegalArgumentException(
                    "thresholds must satisfy 0 < unsure <= likely < 1, but are " + unsure + " and " + likely);
        }
    }

    /** The same policy for a stream with another share of scams. */
    public WarningPolicy withBaseRate(double otherBaseRate) {
        return new WarningPolicy(trainedPrior, otherBaseRate, likely, unsure, about);
    }

    /** The probability of a scam in a stream of this base rate. */
    public double score(double logit) {
        return sigmoid(logit - trainedPrior + Math.log(baseRate / (1 - baseRate)));
    }

    /**
     * The verdict.
     *
     * @param logit log-odds of a scam
     * @param logitWithoutWeak the same without what weak signals added
     * @param aboutLogit log-odds that the text is about scams
     * @param offersWithHandle whether the text also names pay and gives a handle
     */
    Verdict verdict(double logit, double logitWithoutWeak, double aboutLogit, boolean offersWithHandle) {
        boolean about = sigmoid(aboutLogit) >= this.about;
        if (about && !offersWithHandle) {
            return Verdict.ABOUT_SCAMS;
        }
        double score = score(logit);
        if (score >= likely && score(logitWithoutWeak) >= likely && !about) {
            return Verdict.LIKELY_SCAM;
        }
        return score >= unsure ? Verdict.UNSURE : Verdict.NO_SIGN_FOUND;
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
