package org.lurewatch.local;

import java.io.PrintWriter;
import java.util.Locale;
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
                warning.getScamType() == null ? "-" : TerminalText.escape(warning.getScamType()),
                terminal.bold(TerminalText.escape(warning.getPostingId(), LONGEST_QUOTE)));
        warning.getEvidence().stream().limit(MOST_REASONS).forEach(evidence -> out.println("    " + reason(evidence)));
        out.flush();
    }

    private String reason(Evidence evidence) {
        StringBuilder reason = new StringBuilder()
                .append(terminal.yellow("“" + TerminalText.escape(evidence.getQuote(), LONGEST_QUOTE) + "”"))
                .append("  ")
                .append(TerminalText.escape(evidence.getSignal()));
        if (!evidence.getIndicator().isEmpty()) {
            reason.append(", indicator ").append(TerminalText.escape(evidence.getIndicator()));
        }
        if (!evidence.getPhrase().isEmpty() && !evidence.getPhrase().equals(evidence.getQuote())) {
            reason.append(
                    terminal.faint("  reads as “" + TerminalText.escape(evidence.getPhrase(), LONGEST_QUOTE) + "”"));
        }
        return reason.append(terminal.faint(String.format(Locale.ROOT, "  %+.2f", evidence.getContribution())))
                .toString();
    }
}
