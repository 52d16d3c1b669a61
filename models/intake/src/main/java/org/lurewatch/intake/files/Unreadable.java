package org.lurewatch.intake.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells files apart that hold no list of postings, or hold it in a form that is not read here. */
final class Unreadable {
    private static final String AS_TABLE = "save it as CSV or XLSX";

    private record Magic(String start, int offset, String looksLike, String wayOut) {}

    private static final List<Magic> MAGIC = List.of(
            new Magic("%PDF", 0, "a PDF document", "copy its text into a text file, one advert a file"),
            new Magic("%!PS", 0, "a PostScript document", "copy its text into a text file"),
            new Magic("{\\rtf", 0, "an RTF document", "save it as plain text"),
            new Magic(
                    "\u00D0\u00CF\u0011\u00E0",
                    0,
                    "an old Office file (XLS, DOC or MSG)",
                    "save a table as XLSX or CSV, a text as plain text, a mail as EML"),
            new Magic(
                    "PAR1",
                    0,
                    "a Parquet file",
                    "write it as CSV, for example: python3 -c \"import pandas; pandas.read_parquet('FILE').to_csv('FILE.csv')\""),
            new Magic(
                    "SQLite format 3",
                    0,
                    "an SQLite database",
                    "export its table, for example: sqlite3 -csv -header FILE \"SELECT * FROM jobs\" > jobs.csv"),
            new Magic("ARROW1", 0, "an Arrow file", "write it as CSV"),
            new Magic("ORC", 0, "an ORC file", "write it as CSV"),
            new Magic(
                    "Obj\u0001", 0, "an Avro data file", "write it as JSON lines: avro-tools tojson FILE > FILE.jsonl"),
            new Magic("\u0089HDF", 0, "an HDF5 file", "write its table as CSV"),
            new Magic("\u0093NUMPY", 0, "a NumPy array", "write it as CSV"),
            new Magic("\u0080\u0004\u0095", 0, "a Python pickle", "write what is in it as CSV or JSON"),
            new Magic("\u0089PNG", 0, "a PNG image", "write down its text, one advert a file"),
            new Magic("\u00FF\u00D8\u00FF", 0, "a JPEG image", "write down its text, one advert a file"),
            new Magic("GIF8", 0, "a GIF image", "write down its text, one advert a file"),
            new Magic("WEBP", 8, "a WebP image", "write down its text, one advert a file"),
            new Magic("ftyp", 4, "a video or an HEIC image", "write down its text, one advert a file"),
            new Magic("7z\u00BC\u00AF", 0, "a 7z archive", "unpack it, or pack it as zip"),
            new Magic("Rar!", 0, "a RAR archive", "unpack it, or pack it as zip"),
            new Magic("\u00FD7zXZ", 0, "xz data", "unpack it with xz -d, or pack it with gzip or zstd"),
            new Magic("\u007FELF", 0, "a program", "give the files with the postings"),
            new Magic("MZ\u0090", 0, "a program", "give the files with the postings"));

    private static final Pattern SQL =
            Pattern.compile("(?im)^\\s*(INSERT\\s+(IGNORE\\s+)?INTO\\s|CREATE\\s+(TABLE|DATABASE)\\s|"
                    + "DROP\\s+TABLE\\s|COPY\\s+[\\w.\"]+\\s*\\([^)]*\\)\\s+FROM\\s+stdin|-- (phpMyAdmin|MySQL dump|MariaDB dump|"
                    + "PostgreSQL database dump|Navicat)|/\\*!40\\d{3} SET|PRAGMA foreign_keys)");

    private static final Pattern QUADS = Pattern.compile(
            "(?s)\\A\\s*(#[^\\n]*\\n\\s*)*(_:\\S+|<[^<>\\s]+>)\\s+<[^<>\\s]+>\\s+[^\\n]{1,2000}\\.\\s*(\\n.*)?");

    private static final Pattern NOTEBOOK =
            Pattern.compile("(?s)\\A\\s*\\{\\s*\"(cells|nbformat|metadata)\".*\"(cell_type|nbformat)\"\\s*:.*");

    private Unreadable() {}

    /** Looks at the first bytes of a file. */
    static Optional<UnreadableFileException> byBytes(FileSample sample) {
        for (Magic magic : MAGIC) {
            byte[] start = magic.start().getBytes(StandardCharsets.ISO_8859_1);
            if (sample.startsWith(start, magic.offset())) {
                return Optional.of(new UnreadableFileException(magic.looksLike(), magic.wayOut()));
            }
        }
        if (isZip(sample)) {
            return byEntries(sample.ascii(FileSample.MAX_BYTES));
        }
        return isPacked(sample)
                ? Optional.of(new UnreadableFileException("compressed data", "unpack it first"))
                : Optional.empty();
    }

    static boolean isZip(FileSample sample) {
        return sample.startsWith("PK\u0003\u0004") || sample.startsWith("PK\u0005\u0006");
    }

    private static boolean isPacked(FileSample sample) {
        return sample.startsWith("\u001F\u008B")
                || sample.startsWith("BZh") && sample.ascii(10).endsWith("Y&SY")
                || sample.startsWith("\u0028\u00B5\u002F\u00FD");
    }

    /** Whether a zip file is a workbook; only its beginning is known. */
    static boolean isWorkbook(String ascii) {
        return ascii.contains("xl/workbook") || ascii.contains("xl/worksheets/") || ascii.contains("xl/sharedStrings");
    }

    /** Whether a zip file is a document of some program, and no archive of files. */
    static boolean isDocument(String ascii) {
        return isWorkbook(ascii)
                || ascii.contains("word/document")
                || ascii.contains("ppt/presentation")
                || ascii.startsWith("mimetypeapplication/", 30)
                || (ascii.startsWith("[Content_Types].xml", 30) || ascii.startsWith("_rels/.rels", 30));
    }

    private static Optional<UnreadableFileException> byEntries(String ascii) {
        if (isWorkbook(ascii)) {
            return ascii.contains("xl/workbook.bin")
                    ? Optional.of(new UnreadableFileException("a binary workbook (XLSB)", AS_TABLE))
                    : Optional.empty();
        }
        if (ascii.startsWith("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", 30)) {
            return Optional.of(new UnreadableFileException("an OpenDocument spreadsheet", AS_TABLE));
        }
        return Optional.of(
                isDocument(ascii)
                        ? new UnreadableFileException(
                                "a text document of an office program (DOCX or its like)",
                                "save it as plain text or HTML, one advert a file")
                        : new UnreadableFileException("a zip archive", "unpack it first"));
    }

    /** Looks at the beginning of a text. */
    static Optional<UnreadableFileException> byText(String text) {
        String head = text.substring(0, Math.min(text.length(), 20_000));
        if (SQL.matcher(head).find()
                && !head.stripLeading().startsWith("<")
                && !head.stripLeading().startsWith("{")) {
            return Optional.of(new UnreadableFileException(
                    "an SQL dump",
                    "load it into a database and export the table as CSV or JSON, for example:"
                            + " mysql --batch -e \"SELECT * FROM jobs\" DATABASE > jobs.tsv"));
        }
        if (QUADS.matcher(head).matches()) {
            return Optional.of(new UnreadableFileException(
                    "RDF as N-Triples or N-Quads",
                    "turn it into JSON-LD, for example: riot --output=jsonld FILE > FILE.json"));
        }
        if (NOTEBOOK.matcher(head).matches()) {
            return Optional.of(new UnreadableFileException(
                    "a Jupyter notebook", "give the file that the notebook reads or writes"));
        }
        long control = head.chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0xFFFD)
                .count();
        return control * 20 > head.length()
                ? Optional.of(new UnreadableFileException(
                        "binary data of no known kind", "export the postings as CSV, JSON or plain text"))
                : Optional.empty();
    }
}
