package org.lurewatch.intake.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts CSV into rows, of which one at a time is given to the CSV reader: so a quote that is never closed costs one row
 * and not all behind it, and a row that is too large is skipped. See RATIONALE.md, "CSV is cut into rows before it is
 * parsed".
 */
final class CsvRows implements TableRecords.Rows {
    /** So often are rows behind an open quote read again; more often, it would take a hostile file too long. */
    private static final int MAX_RESUMED = 20;

    private static final int MAX_LINES_OF_A_ROW = 20_000;

    private final Lines lines;
    private final char separator;
    private final int maxChars;
    private final CsvReaderBuilder csv;
    private int width;
    private int resumed;

    CsvRows(Lines lines, char separator, int maxChars) {
        this.lines = lines;
        this.separator = separator;
        this.maxChars = maxChars;
        this.csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .trimWhitespacesAroundQuotes(separator != ' ')
                .maxBufferSize(Math.max(1 << 15, 2 * maxChars));
    }

    /** The first rows of a text that may be cut off. */
    static List<List<String>> sample(String text, char separator, int maxRows) {
        CsvRows rows = new CsvRows(new Lines(new StringReader(text), 1 << 20), separator, 1 << 20);
        List<List<String>> sample = new ArrayList<>();
        try {
            for (Optional<TableRecords.Row> row = rows.next();
                    row.isPresent() && sample.size() < maxRows;
                    row = rows.next()) {
                if (!row.get().isBlank() && row.get().problem().isEmpty()) {
                    sample.add(row.get().cells());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return sample;
    }

    @Override
    public Optional<TableRecords.Row> next() throws IOException {
        Optional<Lines.Line> first = lines.next();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String place = "line " + first.get().number();
        List<Lines.Line> more = new ArrayList<>();
        boolean tooLarge = first.get().tooLong();
        Quotes quotes = new Quotes(separator);
        StringBuilder row = new StringBuilder(quotes.accept(first.get().text()));
        while (quotes.open && !tooLarge && more.size() < MAX_LINES_OF_A_ROW) {
            Optional<Lines.Line> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            more.add(line.get());
            row.append('\n').append(quotes.accept(line.get().text()));
            tooLarge = line.get().tooLong() || row.length() > maxChars;
        }
        if (quotes.open) {
            return Optional.of(unclosed(place, more));
        }
        if (tooLarge) {
            return Optional.of(problem(place, FileRow.tooLarge(place, maxChars)));
        }
        int usual = width;
        TableRecords.Row read = row(place, row.toString());
        if (hasSwallowedRows(more, read.cells().size(), usual)) {
            width = usual;
            return Optional.of(unclosed(place, more));
        }
        return Optional.of(read);
    }

    /** Whether a cell goes on to the next quote in the file, over rows that are sound by themselves. */
    private boolean hasSwallowedRows(List<Lines.Line> more, int cells, int usual) {
        if (more.isEmpty() || usual < 2 || resumed == MAX_RESUMED) {
            return false;
        }
        width = usual;
        long whole = more.stream().filter(this::isWholeRow).count();
        return cells == usual
                ? usual > 2 && more.size() > 1 && whole * 10 >= more.size() * 8
                : whole * 2 >= more.size();
    }

    private TableRecords.Row unclosed(String place, List<Lines.Line> more) {
        if (resumed < MAX_RESUMED && more.stream().filter(this::isWholeRow).count() * 2 >= more.size()) {
            resumed++;
            lines.pushBack(more);
        }
        return problem(place, FileRow.unknown(place, "a quote is opened in this row and not closed"));
    }

    private boolean isWholeRow(Lines.Line line) {
        Quotes quotes = new Quotes(separator);
        quotes.accept(line.text());
        return !line.tooLong() && (quotes.separators + 1 == width || width < 2);
    }

    private TableRecords.Row row(String place, String text) {
        if (text.isEmpty()) {
            return new TableRecords.Row(place, List.of(), Optional.empty());
        }
        try {
            List<String> cells = csv.ofSingleCsvRecord(text).getFields();
            width = cells.size();
            return new TableRecords.Row(place, cells, Optional.empty());
        } catch (CsvParseException e) {
            return problem(place, FileRow.unknown(place, "the row is no CSV"));
        }
    }

    private static TableRecords.Row problem(String place, FileEntry problem) {
        return new TableRecords.Row(place, List.of(), Optional.of(problem));
    }

    /**
     * Whether a quoted cell is open. A quote opens one only at the beginning of a cell, and closes it only at its end;
     * any other is a quote in the text, which should have been doubled.
     */
    private static final class Quotes {
        private final char separator;
        private boolean open;
        private int separators;

        Quotes(char separator) {
            this.separator = separator;
        }

        /** Reads a line, and gives it back with the quotes in its text doubled. */
        String accept(String line) {
            StringBuilder sound = new StringBuilder(line.length() + 8);
            boolean atStart = !open;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                sound.append(c);
                if (open && c == '"') {
                    if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                        sound.append(c);
                        i++;
                    } else if (endsCell(line, i + 1)) {
                        open = false;
                    } else {
                        sound.append(c);
                    }
                } else if (!open && c == separator) {
                    atStart = true;
                    separators++;
                } else if (!open && c == '"' && atStart) {
                    open = true;
                } else if (!open && c != ' ') {
                    atStart = false;
                }
            }
            return sound.toString();
        }

        private boolean endsCell(String line, int from) {
            int i = from;
            while (i < line.length() && line.charAt(i) == ' ') {
                i++;
            }
            return i == line.length() || line.charAt(i) == separator;
        }
    }
}
