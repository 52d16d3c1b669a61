package org.lurewatch.cli.terminal;

import java.util.Locale;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.schemas.Evidence;

/** One reason as a line for a person, with all scraped text made harmless. */
public final class ReasonLine {
    /** Said where the verdict stands without all of its reasons, and of postings too long to be read that often. */
    public static final String NO_FLIP = "that the verdict falls without these was not found";

    private static final int LONGEST_QUOTE = 90;
    private static final int LONGEST_SOURCE = 110;

    private ReasonLine() {}

    /** The line: a star where it is decisive, what it added in log-odds, the quote, and what it rests on. */
    public static String of(
            Terminal terminal,
            String quote,
            String signal,
            String indicator,
            String source,
            String phrase,
            double contribution,
            boolean decisive) {
        StringBuilder line = new StringBuilder()
                .append(decisive ? "* " : "  ")
                .append(String.format(Locale.ROOT, "%+.2f ", contribution))
                .append(terminal.yellow("“" + TerminalText.escape(quote, LONGEST_QUOTE) + "”"))
                .append("  ")
                .append(TerminalText.escape(signal));
        if (!indicator.isEmpty()) {
            line.append(", indicator ").append(TerminalText.escape(indicator));
        }
        if (!phrase.isEmpty() && !phrase.equals(quote)) {
            line.append(terminal.faint("  reads as “" + TerminalText.escape(phrase, LONGEST_QUOTE) + "”"));
        }
        if (!source.isEmpty()) {
            line.append(terminal.faint("  (" + TerminalText.escape(source, LONGEST_SOURCE) + ")"));
        }
        if (contribution < 0) {
            line.append(terminal.faint("  speaks for the employer"));
        }
        return line.toString();
    }

    /** The line of a warning's reason. What is known from other postings or reviews has no quote; its words are ours. */
    public static String of(Terminal terminal, Evidence evidence) {
        boolean isFromOutside = evidence.getField().isEmpty();
        return of(
                terminal,
                isFromOutside ? evidence.getPhrase() : evidence.getQuote(),
                evidence.getSignal(),
                evidence.getIndicator(),
                evidence.getSource(),
                isFromOutside ? "" : evidence.getPhrase(),
                evidence.getContribution(),
                evidence.getDecisive());
    }

    /** What becomes of the verdict without the reasons that have a star. */
    public static String flip(String verdict, int unlisted) {
        String more = unlisted == 0 ? "" : " and " + unlisted + " more that are not listed";
        return "without those marked *" + more + ": " + verdict;
    }
}
