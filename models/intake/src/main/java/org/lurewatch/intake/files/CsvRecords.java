package org.lurewatch.intake.files;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.posting.PostingLimits;

/** A table of text: CSV and its relatives. */
final class CsvRecords implements Records {
    private final Lines lines;
    private final TableRecords table;
    private final String kind;

    CsvRecords(Reader in, CsvForm form, PostingLimits limits) throws IOException {
        this.lines = new Lines(in, limits.maxPostingBytes());
        if (form.firstLine()) {
            lines.next();
        }
        this.table = new TableRecords(new CsvRows(lines, form.separator(), limits.maxPostingBytes()));
        this.kind = switch (form.separator()) {
            case ',' -> "CSV";
            case '\t' -> "TSV";
            default -> "CSV with " + form.separator();
        };
    }

    @Override
    public Optional<FileEntry> next() throws IOException {
        return table.next();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<String> notes() {
        return table.hasNames() ? List.of() : List.of("the first row has no names");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
