package org.lurewatch.cli.demo;

import java.io.PrintWriter;
import java.util.Locale;
import org.lurewatch.cli.terminal.KindLine;
import org.lurewatch.cli.terminal.ReasonLine;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.ScamWarning;

/** Prints warnings for a person, with all scraped text made harmless. */
final class WarningPrinter {
    private static final int LONGEST_QUOTE = 90;
    private static final int MOST_REASONS = 4;

    private final PrintWriter out;
    private final Terminal terminal;

    WarningPrinter(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void print(ScamWarning warning) {
        out.printf(
                Locale.ROOT,
                "%s  %.3f  %-26s %s%n",
                terminal.red(warning.getVerdict().name().replace('_', ' ')),
                warning.getScore(),
                kind(warning),
                terminal.bold(TerminalText.escape(warning.getPostingId(), LONGEST_QUOTE)));
        if (warning.getRevisionReason() != null) {
            out.println("    revision " + warning.getRevision() + ": "
                    + TerminalText.escape(warning.getRevisionReason(), LONGEST_QUOTE));
        }
        if (warning.getOtherScamType() != null) {
            out.println("    " + KindLine.other(warning.getOtherScamType()));
        }
        warning.getEvidence().stream()
                .limit(MOST_REASONS)
                .forEach(evidence -> out.println("    " + ReasonLine.of(terminal, evidence)));
        if (warning.getFlip() != null) {
            out.println("    " + terminal.faint(flip(warning)));
        }
        out.flush();
    }

    private static String kind(ScamWarning warning) {
        return switch (warning.getVerdict()) {
            case LIKELY_SCAM, UNSURE ->
                warning.getScamType() == null ? KindLine.NOT_CLEAR : TerminalText.escape(warning.getScamType());
            case NO_SIGN_FOUND, ABOUT_SCAMS -> "-";
        };
    }

    /** Counts in what is not printed here. */
    private static String flip(ScamWarning warning) {
        long hidden = warning.getEvidence().stream()
                .skip(MOST_REASONS)
                .filter(Evidence::getDecisive)
                .count();
        String verdict =
                warning.getFlip().getVerdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return ReasonLine.flip(verdict, warning.getFlip().getUnlisted() + (int) hidden);
    }
}
