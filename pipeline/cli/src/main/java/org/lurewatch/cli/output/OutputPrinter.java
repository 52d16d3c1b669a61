package org.lurewatch.cli.output;

import java.io.PrintWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.cli.terminal.Table;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.json.RecordJson;
import org.lurewatch.desk.output.OutputCsv;

/** Prints records one by one. */
final class OutputPrinter<T extends SpecificRecordBase> {
    private final OutputView<T> view;
    private final OutputFormat format;
    private final Table<T> table;
    private final Terminal terminal;
    private final PrintWriter out;

    OutputPrinter(OutputView<T> view, OutputFormat format, Terminal terminal, PrintWriter out) {
        this.view = view;
        this.format = format;
        this.table = new Table<>(view.columns(), terminal.columns());
        this.terminal = terminal;
        this.out = out;
    }

    /** Prints the headings, where the form has some. */
    void begin() {
        switch (format) {
            case TABLE -> out.println(terminal.bold(table.header()));
            case CSV -> out.println(OutputCsv.header(view.type()));
            case JSONL -> {}
        }
        out.flush();
    }

    /** Prints a record. */
    void print(T record) {
        out.println(
                switch (format) {
                    case TABLE -> table.row(record);
                    case CSV -> OutputCsv.line(view.type(), record);
                    case JSONL -> RecordJson.line(record);
                });
    }

    /** Whether nobody reads any more, as when a pager was left. */
    boolean isDone() {
        return out.checkError();
    }
}
