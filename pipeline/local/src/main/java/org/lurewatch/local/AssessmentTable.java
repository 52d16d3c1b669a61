package org.lurewatch.local;

import java.util.Locale;
import java.util.stream.Collectors;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.TerminalText;

/** Assessments as rows for a person to read. */
final class AssessmentTable {
    private static final int MOST_REASONS = 3;
    private static final int LONGEST_QUOTE = 40;
    private static final int LONGEST_ID = 32;

    private final Terminal terminal;

    AssessmentTable(Terminal terminal) {
        this.terminal = terminal;
    }

    String header() {
        return terminal.bold(row("SCORE", "VERDICT", "TYPE", "POSTING", "REASONS"));
    }

    String row(Assessment assessment) {
        String row = row(
                String.format(Locale.ROOT, "%.4f", assessment.score()),
                words(assessment.verdict()),
                assessment.scamType().map(ScamType::code).orElse("-"),
                TerminalText.escape(assessment.postingId(), LONGEST_ID),
                assessment.evidence().stream()
                        .limit(MOST_REASONS)
                        .map(AssessmentTable::reason)
                        .collect(Collectors.joining(", ")));
        return switch (assessment.verdict()) {
            case LIKELY_SCAM -> terminal.red(row);
            case UNSURE -> terminal.yellow(row);
            case NO_SIGN_FOUND, ABOUT_SCAMS -> row;
        };
    }

    private static String row(String score, String verdict, String type, String posting, String reasons) {
        return String.format(
                        Locale.ROOT,
                        "%-7s %-13s %-26s %-" + LONGEST_ID + "s %s",
                        score,
                        verdict,
                        type,
                        posting,
                        reasons)
                .stripTrailing();
    }

    static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String reason(Evidence evidence) {
        return evidence.signal() + " \"" + TerminalText.escape(evidence.quote(), LONGEST_QUOTE) + "\"";
    }
}
