package org.lurewatch.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A table that is as wide as its lines may be, whatever stands in it. Columns that find no room are left out. */
public final class Table<T> {
    private static final String GAP = "  ";

    private final List<Column<T>> columns;
    private final int[] widths;

    /**
     * One column.
     *
     * @param least how many characters it needs to be of use
     * @param most with how many it is wide enough
     * @param right whether its values stand on the right, as numbers do
     * @param text a value; need not be harmless
     */
    public record Column<T>(String heading, int least, int most, boolean right, Function<T, String> text) {
        /** A column of text. */
        public static <T> Column<T> of(String heading, int least, int most, Function<T, String> text) {
            return new Column<>(heading, least, most, false, text);
        }

        /** A column of numbers. */
        public static <T> Column<T> ofNumbers(String heading, Function<T, Number> number) {
            return new Column<>(heading, heading.length(), heading.length(), true, record -> "" + number.apply(record));
        }
    }

    /**
     * A table of so many characters.
     *
     * @param columns those that matter most first
     */
    public Table(List<Column<T>> columns, int width) {
        int fitting = 0;
        int used = 0;
        for (Column<T> column : columns) {
            int needed = column.least() + (fitting == 0 ? 0 : GAP.length());
            if (fitting > 0 && used + needed > width) {
                break;
            }
            used += needed;
            fitting++;
        }
        this.columns = List.copyOf(columns.subList(0, fitting));
        this.widths = widths(this.columns, width - used);
    }

    private static <T> int[] widths(List<Column<T>> columns, int spare) {
        int[] widths = columns.stream().mapToInt(Column::least).toArray();
        int left = spare;
        boolean grown = true;
        while (left > 0 && grown) {
            grown = false;
            for (int i = 0; i < widths.length && left > 0; i++) {
                if (widths[i] < columns.get(i).most()) {
                    widths[i]++;
                    left--;
                    grown = true;
                }
            }
        }
        return widths;
    }

    /** The line with the headings. */
    public String header() {
        return line(columns.stream().map(Column::heading).toList());
    }

    /** The line of a record. */
    public String row(T record) {
        return line(columns.stream().map(column -> column.text().apply(record)).toList());
    }

    private String line(List<String> texts) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = DisplayText.fit(texts.get(i), widths[i]);
            cells.add(
                    columns.get(i).right()
                            ? " ".repeat(widths[i] - DisplayText.width(text)) + text
                            : DisplayText.pad(text, widths[i]));
        }
        return String.join(GAP, cells).stripTrailing();
    }
}
