package org.lurewatch.intake.json;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * Cuts a stream into records: JSON lines, a JSON array, a JSON-LD document or its {@code @graph}, or lists anywhere in
 * a document, each plain or gzipped. At most one record is in memory, whatever the size of the input, and one that is
 * too large is reported and skipped.
 *
 * <p>In JSON lines, the end of a line always ends a record, so that a line that was cut off spoils no other. In a
 * document that spans several lines, the brackets decide. Not for use by several threads at once.
 */
public final class RecordStream implements Closeable {
    private static final int MAX_NAME_BYTES = 1_000;

    /** What a page or a tool puts before, between and after its JSON. */
    private static final Pattern AROUND_JSON = Pattern.compile(
            "(//|/\\*|<!--|-->|#|\\)\\]\\}'|for ?\\(;;\\);|while ?\\(1\\);|throw 1;).*|[\\s;,)\\x1e]*(//.*)?"
                    + "|\\s*((var|let|const)\\s+)?[\\w.$]{1,80}(\\[[\"'][\\w.-]{1,80}[\"']\\])?\\s*[=(]\\s*\\(?|export\\s+default\\s*");

    /** A list or an object on the way to the records. */
    private static final class Frame {
        private final boolean list;
        private final boolean graph;
        private final List<RecordPath> paths;
        private final long line;
        private long items;

        Frame(boolean list, boolean graph, List<RecordPath> paths, long line) {
            this.list = list;
            this.graph = graph;
            this.paths = paths;
            this.line = line;
        }
    }

    private final ByteCursor in;
    private final int maxBytes;
    private final JsonLayout layout;
    private final Deque<Frame> frames = new ArrayDeque<>();

    private RecordStream(InputStream in, PostingLimits limits, Optional<JsonLayout> layout) throws IOException {
        this.in = new ByteCursor(layout.isPresent() ? in : decompressed(in));
        this.maxBytes = limits.maxPostingBytes();
        this.layout = layout.isPresent() ? layout.get() : JsonLayout.strict(!this.in.startsDocument());
    }

    /** Opens a file. */
    public static RecordStream open(Path file, PostingLimits limits) throws IOException {
        return of(Files.newInputStream(file), limits);
    }

    /** Reads from a stream, which is closed with this one, or at once if its beginning cannot be read. */
    public static RecordStream of(InputStream in, PostingLimits limits) throws IOException {
        return of(in, limits, Optional.empty());
    }

    /** Reads a stream of plain UTF-8 whose layout is known. */
    public static RecordStream of(InputStream in, PostingLimits limits, JsonLayout layout) throws IOException {
        return of(in, limits, Optional.of(layout));
    }

    private static RecordStream of(InputStream in, PostingLimits limits, Optional<JsonLayout> layout)
            throws IOException {
        try {
            return new RecordStream(in, limits, layout);
        } catch (IOException e) {
            in.close();
            throw explained(e);
        }
    }

    private static InputStream decompressed(InputStream in) throws IOException {
        InputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    /**
     * The next record, or empty at the end of the input.
     *
     * @throws IOException if the input cannot be read further, for example because gzipped data is damaged or cut off
     */
    public Optional<FileRecord> next() throws IOException {
        try {
            return nextRecord();
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /** The JDK has no message, or a terse one, for gzipped data that is damaged. */
    private static IOException explained(IOException e) {
        return e instanceof ZipException || e instanceof EOFException
                ? new IOException("the gzipped data is damaged or cut off", e)
                : e;
    }

    private Optional<FileRecord> nextRecord() throws IOException {
        while (true) {
            int b = skipBlanks();
            if (b < 0 && frames.isEmpty()) {
                return Optional.empty();
            }
            Optional<FileRecord> record = frames.isEmpty() ? outside(b) : inside(frames.peek(), b);
            if (record.isPresent()) {
                return record;
            }
        }
    }

    private int skipBlanks() throws IOException {
        int b = in.peek();
        while (JsonNesting.isBlank(b) && !endsByLine(b)) {
            in.skip();
            b = in.peek();
        }
        return b;
    }

    private boolean endsByLine(int b) {
        return layout.lines() && !frames.isEmpty() && b == '\n';
    }

    private Optional<FileRecord> outside(int b) throws IOException {
        if (layout.tolerant() && b != '{' && b != '[') {
            return around();
        }
        if (layout.paths().isEmpty()) {
            return b == '[' ? enter(true, false, List.of(RecordPath.ROOT)) : cut();
        }
        return value(b, layout.paths());
    }

    /** Reads what is no JSON, up to the bracket that begins some, or to the end of the line. */
    private Optional<FileRecord> around() throws IOException {
        long line = in.line();
        StringBuilder text = new StringBuilder();
        int b = in.peek();
        while (b >= 0 && b != '\n' && !(b == '{' || (b == '[' && !isWithinCode(text)))) {
            in.skip();
            if (text.length() < MAX_NAME_BYTES) {
                text.append((char) b);
            }
            b = in.peek();
        }
        return AROUND_JSON.matcher(text.toString().strip()).matches()
                ? Optional.empty()
                : Optional.of(FileRecord.of(line, 0, false, text.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static boolean isWithinCode(StringBuilder before) {
        String text = before.toString();
        return text.endsWith("<!")
                || text.endsWith("CDATA")
                || (!text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1)));
    }

    private Optional<FileRecord> inside(Frame frame, int b) throws IOException {
        if (b < 0 || endsByLine(b)) {
            return unfinished(frame);
        }
        if (b == (frame.list ? ']' : '}')) {
            in.skip();
            frames.pop();
            return Optional.empty();
        }
        if (b == ',' || (layout.tolerant() && skippedComment(b))) {
            if (b == ',') {
                in.skip();
            }
            return Optional.empty();
        }
        if (frame.list) {
            frame.items++;
            return value(b, frame.paths);
        }
        String name = name(b);
        b = skipBlanks();
        if (b != ':') {
            if (b >= 0 && !endsByLine(b) && b != '}' && b != ',') {
                in.skip();
            }
            return Optional.empty();
        }
        in.skip();
        b = skipBlanks();
        List<RecordPath> below = frame.paths.stream()
                .filter(path -> path.enters(name))
                .map(RecordPath::rest)
                .toList();
        return below.isEmpty() ? skipValue() : value(b, below);
    }

    /** Skips a comment, if one begins here; a single slash is skipped too. */
    private boolean skippedComment(int b) throws IOException {
        if (b != '/') {
            return false;
        }
        JsonNesting nesting = new JsonNesting(layout);
        do {
            in.skip();
            nesting.accept(b);
            b = in.peek();
        } while (b >= 0 && (nesting.inComment() || ((b == '/' || b == '*') && nesting.depth() == 0)) && !endsByLine(b));
        return true;
    }

    private String name(int first) throws IOException {
        boolean quoted = first == '"' || (first == '\'' && layout.tolerant());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (quoted) {
            in.skip();
        }
        boolean escaped = false;
        for (int b = in.peek(); b >= 0 && b != '\n'; b = in.peek()) {
            if (quoted ? b == first && !escaped : b == ':' || b == ',' || b == '}' || JsonNesting.isBlank(b)) {
                break;
            }
            in.skip();
            escaped = quoted && b == '\\' && !escaped;
            if (bytes.size() < MAX_NAME_BYTES) {
                bytes.write(b);
            }
        }
        if (quoted && in.peek() == first) {
            in.skip();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Enters or cuts out a value that lies on the way to the records, or skips it, if the way does not lead into it. */
    private Optional<FileRecord> value(int b, List<RecordPath> paths) throws IOException {
        if (paths.stream().anyMatch(RecordPath::isEnd)) {
            return cut();
        }
        if (b == '[') {
            // A list where none is on the way, as of a file with several documents, is gone through all the same.
            return enter(
                    true,
                    false,
                    paths.stream()
                            .map(path -> path.entersList() ? path.rest() : path)
                            .toList());
        }
        if (b == '{' && paths.stream().anyMatch(path -> !path.entersList())) {
            return enter(false, false, paths);
        }
        return frames.isEmpty() && b != '{' ? cut() : skipValue();
    }

    private Optional<FileRecord> enter(boolean list, boolean graph, List<RecordPath> paths) {
        long line = in.line();
        in.skip();
        frames.push(new Frame(list, graph, paths, line));
        return Optional.empty();
    }

    private Optional<FileRecord> skipValue() throws IOException {
        boolean item = !frames.isEmpty();
        JsonNesting nesting = new JsonNesting(layout);
        for (int b = in.peek(); b >= 0 && !endsBefore(b, nesting, item); b = in.peek()) {
            in.skip();
            nesting.accept(b);
            if (nesting.isClosed()) {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<FileRecord> unfinished(Frame frame) {
        frames.clear();
        return Optional.of(FileRecord.unusable(
                frame.line,
                frame.items,
                new UnusablePostingException(RejectReason.MALFORMED_JSON, "the list is cut off behind this item")));
    }

    /** Cuts out one value, or enters the graph that it contains. */
    private Optional<FileRecord> cut() throws IOException {
        boolean item = !frames.isEmpty();
        long number = item && frames.peek().list ? frames.peek().items : 0;
        boolean graph = item && frames.peek().graph;
        long line = in.line();
        JsonNesting nesting = new JsonNesting(layout);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        boolean tooLarge = false;
        for (int b = in.peek(); b >= 0 && !endsBefore(b, nesting, item); b = in.peek()) {
            if (!item && layout.paths().isEmpty() && nesting.opensGraph(b)) {
                frames.push(new Frame(false, false, List.of(), line));
                enter(true, true, List.of(RecordPath.ROOT));
                return Optional.empty();
            }
            in.skip();
            nesting.accept(b);
            tooLarge |= bytes.size() == maxBytes;
            if (!tooLarge) {
                bytes.write(b);
            }
            if (nesting.isClosed() && (item || !layout.lines())) {
                break;
            }
        }
        return Optional.of(
                tooLarge
                        ? FileRecord.unusable(line, number, JsonTree.tooLarge(maxBytes))
                        : FileRecord.of(line, number, graph, bytes.toByteArray()));
    }

    private boolean endsBefore(int b, JsonNesting nesting, boolean item) {
        if (b == '\n') {
            return layout.lines() || nesting.depth() == 0 && !nesting.inString() && !nesting.inComment();
        }
        return item
                && nesting.depth() == 0
                && !nesting.inString()
                && !nesting.inComment()
                && (b == ',' || b == (frames.peek().list ? ']' : '}'));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
