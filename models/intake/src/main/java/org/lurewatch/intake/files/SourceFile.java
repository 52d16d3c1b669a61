package org.lurewatch.intake.files;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.json.RecordPath;

/**
 * One file of records, recognised by its content. Besides a sample of the file, at most one record is in memory. Not
 * for use by several threads at once.
 */
public final class SourceFile implements Closeable {
    private static final Pattern HTML = Pattern.compile(
            "(?is)\\A\\s*(<\\?xml[^>]*>\\s*)?(<!--.{0,2000}?-->\\s*)*(<!doctype\\s+html|<(html|head|body|div|script|meta|title|main|article|section|table|p|h1|ul|span|link)\\b)");

    private static final Pattern XML = Pattern.compile("(?s)\\A\\s*<[?!\\w]");

    private final Records records;
    private final Optional<TextCharset> charset;
    private final Optional<DecodingReader> text;

    private SourceFile(Records records, Optional<TextCharset> charset, Optional<DecodingReader> text) {
        this.records = records;
        this.charset = charset;
        this.text = text;
    }

    /**
     * Opens a file that is neither compressed nor an archive; {@link SourceFiles} opens these.
     *
     * @throws UnreadableFileException if no list of postings can be in it
     */
    public static SourceFile open(Path file, FileOptions options, PostingLimits limits) throws IOException {
        return of(file.getFileName().toString(), Files.newInputStream(file), options, limits);
    }

    /**
     * Reads from a stream, which is closed with this one, or at once if it cannot be read.
     *
     * @param name the name of the file, a hint, or the empty string
     * @throws UnreadableFileException if no list of postings can be in it
     */
    public static SourceFile of(String name, InputStream in, FileOptions options, PostingLimits limits)
            throws IOException {
        try {
            return looked(name, FileSample.of(in), options, limits);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static SourceFile looked(String name, FileSample sample, FileOptions options, PostingLimits limits)
            throws IOException {
        Optional<UnreadableFileException> refused = Unreadable.byBytes(sample);
        if (refused.isPresent()) {
            throw refused.get();
        }
        String ascii = sample.ascii(1 << 16);
        Optional<FileKind> kind = options.kind().or(() -> byBytes(sample, ascii));
        if (kind.isPresent()) {
            switch (kind.get()) {
                case XLSX -> {
                    return binary(new SheetRecords(sample.stream(), limits));
                }
                case WARC -> {
                    if (!sample.startsWith("WARC/")) {
                        throw new UnreadableFileException("no WARC file", "leave its kind to be found out");
                    }
                    return binary(new WarcRecords(sample.stream()));
                }
                case MBOX, EML -> {
                    return binary(new MailRecords(sample.stream(), kind.get() == FileKind.MBOX, limits));
                }
                default -> {
                    // A text in a charset of its own.
                }
            }
        }
        TextCharset charset = options.charset()
                .map(given -> new TextCharset(given, 0, false))
                .orElseGet(() -> TextCharset.of(sample));
        String text = text(sample, charset);
        if (kind.isEmpty()) {
            refused = Unreadable.byText(text);
            if (refused.isPresent()) {
                throw refused.get();
            }
        }
        DecodingReader reader = new DecodingReader(sample.stream(), charset);
        if (sample.isWhole() && text.isBlank()) {
            return new SourceFile(new Nothing(reader), Optional.of(charset), Optional.of(reader));
        }
        Records records = records(
                kind.orElseGet(() -> byText(text, name)),
                new Beginning(text, sample.isWhole(), name),
                reader,
                options,
                limits);
        return new SourceFile(records, Optional.of(charset), Optional.of(reader));
    }

    private static SourceFile binary(Records records) {
        return new SourceFile(records, Optional.empty(), Optional.empty());
    }

    private static String text(FileSample sample, TextCharset charset) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 14];
        try (Reader reader = new DecodingReader(new ByteArrayInputStream(sample.bytes()), charset)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                text.append(buffer, 0, count);
            }
        }
        return text.toString();
    }

    private static Optional<FileKind> byBytes(FileSample sample, String ascii) {
        if (Unreadable.isZip(sample)) {
            return Optional.of(FileKind.XLSX);
        }
        if (sample.startsWith("WARC/")) {
            return Optional.of(FileKind.WARC);
        }
        if (MailRecords.isMailbox(ascii)) {
            return Optional.of(FileKind.MBOX);
        }
        return MailRecords.isMail(ascii) ? Optional.of(FileKind.EML) : Optional.empty();
    }

    private static FileKind byText(String text, String name) {
        String head = text.substring(0, Math.min(text.length(), 20_000));
        if (HTML.matcher(head).lookingAt() && !name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
            return FileKind.HTML;
        }
        if (XML.matcher(head).lookingAt()) {
            return FileKind.XML;
        }
        if (ChatRecords.isChat(text)) {
            return FileKind.WHATSAPP;
        }
        if (JsonLook.isJson(text)) {
            return FileKind.JSON;
        }
        if (MarkdownRecords.isMarkdown(text)) {
            return FileKind.MARKDOWN;
        }
        return CsvForm.of(text, name).isPresent() ? FileKind.CSV : FileKind.TEXT;
    }

    /** A file without a record. */
    private record Nothing(Reader text) implements Records {
        @Override
        public Optional<FileEntry> next() {
            return Optional.empty();
        }

        @Override
        public String kind() {
            return "an empty file";
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }

    private record Beginning(String text, boolean whole, String name) {}

    private static Records records(
            FileKind kind, Beginning beginning, Reader reader, FileOptions options, PostingLimits limits)
            throws IOException {
        return switch (kind) {
            case JSON -> json(beginning, reader, options, limits);
            case CSV ->
                new CsvRecords(
                        reader, CsvForm.of(beginning.text, beginning.name).orElse(new CsvForm(',', false)), limits);
            case TSV -> new CsvRecords(reader, new CsvForm('\t', false), limits);
            case HTML -> new PageRecords(reader);
            case XML -> new XmlRecords(beginning.text, reader, limits);
            case WHATSAPP -> new ChatRecords(reader, limits);
            case MARKDOWN -> new MarkdownRecords(reader, limits);
            default -> {
                TextSplit split = options.split() == TextSplit.AUTO
                        ? TextRecords.split(beginning.text, beginning.whole)
                        : options.split();
                boolean titles = split == TextSplit.LINE && TextRecords.areTitles(beginning.text);
                yield new TextRecords(reader, split, titles, limits);
            }
        };
    }

    private static Records json(Beginning beginning, Reader reader, FileOptions options, PostingLimits limits)
            throws IOException {
        JsonLook look =
                JsonLook.at(beginning.text, beginning.whole, options.records().map(RecordPath::of));
        InputStream utf8 = new Utf8Stream(reader);
        return look.byColumn() ? new JsonColumns(utf8) : new JsonRecords(utf8, look, limits);
    }

    /** The next record, or the next place that cannot be read; empty at the end of the file. */
    public Optional<FileEntry> next() throws IOException {
        return records.next();
    }

    /** What the file was read as, for example {@code CSV} or {@code JSON, list under result.jobs}. */
    public String kind() {
        return records.kind();
    }

    /** The charset of a file of text, for example {@code windows-1252}; empty where the format has none. */
    public Optional<String> charset() {
        return charset.map(TextCharset::shownName);
    }

    /** What a person should know about the reading, for example that the first row has no names; may grow. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(records.notes());
        if (charset.filter(TextCharset::guessed).isPresent()) {
            notes.add("the charset is a guess");
        }
        long damaged = text.map(DecodingReader::damaged).orElse(0L);
        if (damaged > 0) {
            notes.add(damaged + " places hold bytes that are no text in this charset");
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
