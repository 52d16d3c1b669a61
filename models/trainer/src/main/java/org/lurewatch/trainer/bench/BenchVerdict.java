package org.lurewatch.trainer.bench;

import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.JobPosting;

/**
 * What a detector decided about one posting.
 *
 * @param verdict as a reader gets it
 * @param score calibrated probability
 */
record BenchVerdict(Verdict verdict, double score) {
    private static final double LEAST = 1e-15;

    static BenchVerdict of(Detector detector, JobPosting posting) {
        Assessment assessment = detector.assess(posting);
        return new BenchVerdict(assessment.verdict(), assessment.score());
    }

    /** Whether the posting reaches a person: it is warned of or asked about. */
    boolean isCaught() {
        return verdict.isSuspicious();
    }

    boolean isWarned() {
        return verdict == Verdict.LIKELY_SCAM;
    }

    /** How far another outcome's score lies from this one's, in log-odds: probabilities near 0 hide differences. */
    double drift(BenchVerdict other) {
        return Math.abs(logOdds(score) - logOdds(other.score));
    }

    private static double logOdds(double probability) {
        double bounded = Math.min(1 - LEAST, Math.max(LEAST, probability));
        return Math.log(bounded / (1 - bounded));
    }
}
