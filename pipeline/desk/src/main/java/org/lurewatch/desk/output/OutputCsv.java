package org.lurewatch.desk.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.detection.posting.TerminalText;

/**
 * Records as lines of CSV (RFC 4180, each value in quotes). What an advert says is made harmless: characters that could
 * deceive a terminal are written as escapes, and a value that a spreadsheet would take for a formula begins with an
 * apostrophe, as <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a> advises.
 */
public final class OutputCsv {
    /** What formulas begin with, in full width too. */
    private static final String FORMULA = "=+-@＝＋－＠";

    private OutputCsv() {}

    /** The line with the names of the columns, without its end. */
    public static <T extends SpecificRecordBase> String header(OutputType<T> type) {
        return line(type.columns().stream().map(Column::name).toList());
    }

    /** The line of a record, without its end. */
    public static <T extends SpecificRecordBase> String line(OutputType<T> type, T record) {
        return line(type.columns().stream()
                .map(column -> cell(column.value().apply(record)))
                .toList());
    }

    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = TerminalText.escape(value.toString());
        String visible = text.strip();
        return !(value instanceof Number) && !visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0
                ? "'" + text
                : text;
    }

    private static String line(List<String> cells) {
        StringWriter line = new StringWriter();
        CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(line)
                .writeRecord(cells);
        return line.toString().stripTrailing();
    }
}
