package org.lurewatch.cli.screen;

import java.util.Locale;
import java.util.stream.Collectors;
import org.lurewatch.cli.terminal.KindLine;
import org.lurewatch.cli.terminal.LanguageLine;
import org.lurewatch.cli.terminal.ReasonLine;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.TerminalText;

/** Assessments as rows for a person to read. */
final class AssessmentTable {
    private static final String INDENT = "\n        ";
    private static final int LONGEST_ID = 32;

    private final Terminal terminal;

    AssessmentTable(Terminal terminal) {
        this.terminal = terminal;
    }

    String header() {
        return terminal.bold(row("SCORE", "VERDICT", "TYPE", "POSTING"));
    }

    /** A row, and under it the reasons and questions of a suspicious posting. */
    String row(Assessment assessment) {
        String row = row(
                String.format(Locale.ROOT, "%.4f", assessment.score()),
                words(assessment.verdict()),
                kind(assessment),
                TerminalText.escape(assessment.postingId(), LONGEST_ID));
        return switch (assessment.verdict()) {
            case LIKELY_SCAM -> terminal.red(row) + notes(assessment) + reasons(assessment);
            case UNSURE -> terminal.yellow(row) + notes(assessment) + reasons(assessment) + questions(assessment);
            case NO_SIGN_FOUND, ABOUT_SCAMS -> row;
        };
    }

    private static String kind(Assessment assessment) {
        return switch (assessment.verdict()) {
            case LIKELY_SCAM, UNSURE ->
                assessment.scamType().map(ScamType::code).orElse(KindLine.NOT_CLEAR);
            case NO_SIGN_FOUND, ABOUT_SCAMS -> "-";
        };
    }

    /** What must be known before the reasons are read. */
    private static String notes(Assessment assessment) {
        String otherKind = assessment
                .otherScamType()
                .map(kind -> INDENT + KindLine.other(kind.code()))
                .orElse("");
        return assessment.language().measured()
                ? otherKind
                : otherKind
                        + INDENT
                        + LanguageLine.notMeasured(assessment.language().code().orElse(null));
    }

    private String reasons(Assessment assessment) {
        StringBuilder lines = new StringBuilder();
        assessment.evidence().forEach(evidence -> lines.append(INDENT)
                .append(ReasonLine.of(
                        terminal,
                        evidence.quote(),
                        evidence.signal(),
                        evidence.indicator(),
                        evidence.source(),
                        evidence.phrase(),
                        evidence.contribution(),
                        evidence.decisive())));
        return lines.append(INDENT)
                .append(terminal.faint(assessment
                        .flip()
                        .map(flip -> ReasonLine.flip(words(flip.verdict()), flip.unlisted()))
                        .orElse(ReasonLine.NO_FLIP)))
                .toString();
    }

    private static String questions(Assessment assessment) {
        return assessment.questions().stream()
                .map(question -> INDENT + "? " + question)
                .collect(Collectors.joining());
    }

    private static String row(String score, String verdict, String type, String posting) {
        return String.format(Locale.ROOT, "%-7s %-13s %-26s %s", score, verdict, type, posting);
    }

    static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
