package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lurewatch.detection.posting.TerminalText;

/** A measurement as Markdown, which reads well as plain text too. Names from files are made harmless. */
public final class TextScorecard {
    private TextScorecard() {}

    /** Everything. */
    public static List<String> lines(Measurement measurement) {
        List<String> lines = new ArrayList<>();
        measurement.run().ifPresent(run -> lines.add(safe(run.words())));
        lines.addAll(notes(measurement));
        for (Unseen unseen : measurement.unseen()) {
            lines.add("");
            lines.add("## " + safe(unseen.name()));
            for (FigureTable table : UnseenTables.of(unseen)) {
                lines.add("");
                lines.addAll(lines(table));
            }
        }
        for (View view : measurement.views()) {
            lines.add("");
            lines.add("## " + safe(view.name()));
            lines.addAll(lines(view, measurement.terms()));
        }
        for (Errors errors : measurement.errors()) {
            lines.add("");
            lines.add("## Errors. " + safe(errors.name()));
            for (FigureTable table : errors.tables()) {
                lines.add("");
                lines.addAll(lines(table));
            }
        }
        return lines;
    }

    /** What a reader must know first. */
    public static List<String> notes(Measurement measurement) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "In brackets: 95 %% intervals from %d draws of whole groups. Scores and verdicts are for a base rate of %s.",
                measurement.terms().bootstrap().resamples(),
                FigureTables.percent(measurement.terms().baseRate())));
        measurement.notes().forEach(note -> lines.add(safe(note)));
        return lines;
    }

    /** The tables of one view. */
    public static List<String> lines(View view, Assumptions terms) {
        List<String> lines = new ArrayList<>();
        for (FigureTable table : FigureTables.of(view, terms)) {
            lines.add("");
            lines.addAll(lines(table));
        }
        return lines;
    }

    /** A table as Markdown. */
    public static List<String> lines(FigureTable table) {
        List<String> lines = new ArrayList<>();
        lines.add("### " + safe(table.title()));
        lines.add("");
        lines.add(row(table.header()));
        lines.add("|" + "---|".repeat(table.header().size()));
        table.rows().forEach(row -> lines.add(row(row)));
        return lines;
    }

    private static String row(List<String> cells) {
        StringBuilder row = new StringBuilder("|");
        cells.forEach(cell -> row.append(' ').append(safe(cell)).append(" |"));
        return row.toString();
    }

    /** Without control characters, and without what Markdown would take for a cell or for HTML. */
    public static String safe(String text) {
        return TerminalText.escape(text)
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("`", "\\`");
    }
}
