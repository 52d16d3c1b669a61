package org.lurewatch.intake.files;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.lurewatch.detection.posting.PostingLimits;

/** A workbook: every sheet is a table of its own. */
final class SheetRecords implements Records {
    private static final long MAX_BYTES = 512L << 20;
    private static final long MAX_UNPACKED_BYTES = 4L << 30;
    private static final long MAX_RATIO = 200;
    private static final int MAX_COLUMNS = 1_000;

    private static final Pattern DATE_FORMAT = Pattern.compile("(?i).*(yy|d{1,4}[^a-z]+m|m{1,4}[^a-z]+d|h{1,2}:m).*");

    private final Path copy;
    private final ReadableWorkbook workbook;
    private final Iterator<Sheet> sheets;
    private final int maxChars;
    private final List<String> read = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Stream<Row> rows = Stream.empty();
    private Optional<TableRecords> table = Optional.empty();

    SheetRecords(InputStream in, PostingLimits limits) throws IOException {
        this.maxChars = limits.maxPostingBytes();
        this.copy = Files.createTempFile("lurewatch", ".xlsx");
        try (in) {
            copy(in);
            checkSize();
            this.workbook = opened();
        } catch (ExcelReaderException | ZipException e) {
            Files.delete(copy);
            throw new UnreadableFileException("a workbook that is damaged", "open it and save it anew, or as CSV");
        } catch (IOException e) {
            Files.delete(copy);
            throw e;
        }
        this.sheets = workbook.getSheets().iterator();
        advance();
    }

    /** Some programs leave out the styles, which say what is a date. */
    private ReadableWorkbook opened() throws IOException {
        boolean styles;
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            styles = zip.getEntry("xl/styles.xml") != null;
        }
        return new ReadableWorkbook(copy.toFile(), new ReadingOptions(styles, true));
    }

    private void copy(InputStream in) throws IOException {
        try (var out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > MAX_BYTES) {
                    throw new UnreadableFileException("a workbook of more than 512 MB", "save its sheets as CSV");
                }
                out.write(buffer, 0, count);
            }
        }
    }

    /** Unpacks everything once, for the sizes that a zip file states may be lies. */
    private void checkSize() throws IOException {
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            long limit = Math.max(64L << 20, Math.min(MAX_UNPACKED_BYTES, MAX_RATIO * Files.size(copy)));
            long size = 0;
            byte[] buffer = new byte[1 << 16];
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream entry = zip.getInputStream(entries.nextElement())) {
                    for (int count = entry.read(buffer); count >= 0; count = entry.read(buffer)) {
                        size += count;
                        if (size > limit) {
                            throw new UnreadableFileException(
                                    "a workbook that unpacks to more than " + MAX_RATIO + " times its size",
                                    "save its sheets as CSV");
                        }
                    }
                }
            }
        }
    }

    @Override
    public Optional<FileEntry> next() throws IOException {
        while (table.isPresent()) {
            try {
                Optional<FileEntry> entry = table.get().next();
                if (entry.isPresent()) {
                    return entry;
                }
            } catch (ExcelReaderException e) {
                String sheet = read.get(read.size() - 1);
                advance();
                return Optional.of(FileRow.unknown("sheet " + sheet, "the sheet is damaged"));
            }
            advance();
        }
        return Optional.empty();
    }

    private void advance() throws IOException {
        rows.close();
        table = Optional.empty();
        while (sheets.hasNext() && table.isEmpty()) {
            Sheet sheet = sheets.next();
            String name = sheet.getName();
            read.add(name);
            try {
                rows = sheet.openStream();
                Iterator<Row> iterator = rows.iterator();
                table = Optional.of(new TableRecords(
                        () -> iterator.hasNext() ? Optional.of(row(name, iterator.next())) : Optional.empty()));
            } catch (ExcelReaderException e) {
                notes.add("sheet " + name + " is damaged");
                continue;
            }
            if (!table.get().hasNames()) {
                notes.add("the first row of sheet " + name + " has no names");
            }
        }
    }

    private TableRecords.Row row(String sheet, Row row) {
        String place = "row " + row.getRowNum() + " of sheet " + sheet;
        List<String> cells = new ArrayList<>();
        long size = 0;
        for (int i = 0; i < Math.min(row.getCellCount(), MAX_COLUMNS); i++) {
            String text = row.hasCell(i) ? text(row.getCell(i)) : "";
            size += text.length();
            cells.add(text);
        }
        return size > maxChars
                ? new TableRecords.Row(place, List.of(), Optional.of(FileRow.tooLarge(place, maxChars)))
                : new TableRecords.Row(place, cells, Optional.empty());
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        String format = cell.getDataFormatString();
        if (cell.getType() == CellType.NUMBER || cell.getValue() instanceof BigDecimal) {
            if (format != null && DATE_FORMAT.matcher(format).matches()) {
                String date = cell.asDate().toString();
                return date.endsWith("T00:00") ? date.substring(0, 10) : date;
            }
            return ((BigDecimal) cell.getValue()).toPlainString();
        }
        return String.valueOf(cell.getValue());
    }

    @Override
    public String kind() {
        return read.size() == 1 && !sheets.hasNext() ? "XLSX, sheet " + read.get(0) : "XLSX, every sheet";
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
            workbook.close();
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
