package org.lurewatch.cli.demo;

import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.schemas.ScamWarning;

/**
 * What became of a case.
 *
 * @param score probability of a scam, 0 to 1
 * @param baseRate the share of scams that the score is for
 * @param reasons quotes that speak for a scam, the strongest first
 * @param later why the warning came after the posting was read, where it did
 */
record CaseOutcome(Verdict verdict, double score, double baseRate, List<String> reasons, Optional<String> later) {
    private static final int MOST_REASONS = 3;

    /** The outcome of a case that the job has warned of. */
    static CaseOutcome of(ScamWarning warning) {
        return new CaseOutcome(
                Verdict.valueOf(warning.getVerdict().name()),
                warning.getScore(),
                warning.getBundle().getBaseRate(),
                warning.getEvidence().stream()
                        .filter(evidence -> evidence.getContribution() > 0)
                        .map(evidence -> evidence.getQuote().isEmpty() ? evidence.getPhrase() : evidence.getQuote())
                        .limit(MOST_REASONS)
                        .toList(),
                Optional.ofNullable(warning.getRevisionReason()));
    }

    /** The outcome of a case that the job has not warned of, for which it sends nothing. */
    static CaseOutcome of(Assessment assessment) {
        return new CaseOutcome(
                assessment.verdict(),
                assessment.score(),
                assessment.thresholds().baseRate(),
                assessment.verdict().isSuspicious()
                        ? assessment.evidence().stream()
                                .filter(evidence -> evidence.contribution() > 0)
                                .map(Evidence::quote)
                                .limit(MOST_REASONS)
                                .toList()
                        : List.of(),
                Optional.empty());
    }
}
