package org.lurewatch.intake.json;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * Cuts a stream into records: JSON lines, a JSON array, a JSON-LD document or its {@code @graph}, each plain or gzipped,
 * recognised by their content. At most one record is in memory, whatever the size of the input, and one that is too
 * large is reported and skipped.
 *
 * <p>In JSON lines, the end of a line always ends a record, so that a line that was cut off spoils no other. In a
 * document that spans several lines, the brackets decide. Not for use by several threads at once.
 */
public final class RecordStream implements Closeable {
    private enum List {
        NONE,
        ARRAY,
        GRAPH
    }

    private final ByteCursor in;
    private final int maxBytes;
    private final boolean lines;
    private List list = List.NONE;
    private long listLine;
    private long items;

    private RecordStream(InputStream in, PostingLimits limits) throws IOException {
        this.in = new ByteCursor(decompressed(in));
        this.maxBytes = limits.maxPostingBytes();
        this.lines = !this.in.startsDocument();
    }

    /** Opens a file. */
    public static RecordStream open(Path file, PostingLimits limits) throws IOException {
        return of(Files.newInputStream(file), limits);
    }

    /** Reads from a stream, which is closed with this one, or at once if its beginning cannot be read. */
    public static RecordStream of(InputStream in, PostingLimits limits) throws IOException {
        try {
            return new RecordStream(in, limits);
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
            Optional<FileRecord> record = list == List.NONE ? outside(b) : inList(b);
            if (record.isPresent() || (b < 0 && list == List.NONE)) {
                return record;
            }
        }
    }

    private int skipBlanks() throws IOException {
        int b = in.peek();
        while (JsonNesting.isBlank(b) && !endsListByLine(b)) {
            in.skip();
            b = in.peek();
        }
        return b;
    }

    private boolean endsListByLine(int b) {
        return lines && list != List.NONE && b == '\n';
    }

    private Optional<FileRecord> outside(int b) throws IOException {
        if (b < 0) {
            return Optional.empty();
        }
        if (b == '[') {
            in.skip();
            enter(List.ARRAY, in.line());
            return Optional.empty();
        }
        return cut();
    }

    private Optional<FileRecord> inList(int b) throws IOException {
        if (b < 0 || endsListByLine(b)) {
            return unfinishedList();
        }
        if (b == ',') {
            in.skip();
            return Optional.empty();
        }
        if (b == ']') {
            in.skip();
            return list == List.GRAPH ? leaveGraph() : leaveArray();
        }
        items++;
        return cut();
    }

    private void enter(List kind, long line) {
        list = kind;
        listLine = line;
        items = 0;
    }

    private Optional<FileRecord> leaveArray() {
        list = List.NONE;
        return Optional.empty();
    }

    /** Skips everything after the list, up to the end of the object around it. */
    private Optional<FileRecord> leaveGraph() throws IOException {
        JsonNesting nesting = JsonNesting.inside(1);
        while (!nesting.isClosed()) {
            int b = in.peek();
            if (b < 0 || endsListByLine(b)) {
                return unfinishedList();
            }
            in.skip();
            nesting.accept(b);
        }
        list = List.NONE;
        return Optional.empty();
    }

    private Optional<FileRecord> unfinishedList() {
        list = List.NONE;
        return Optional.of(FileRecord.unusable(
                listLine,
                items,
                new UnusablePostingException(RejectReason.MALFORMED_JSON, "the list is cut off behind this item")));
    }

    /** Cuts out one value, or enters the graph that it contains. */
    private Optional<FileRecord> cut() throws IOException {
        boolean item = list != List.NONE;
        long line = in.line();
        JsonNesting nesting = new JsonNesting();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        boolean tooLarge = false;
        for (int b = in.peek(); b >= 0 && !endsBefore(b, nesting, item); b = in.peek()) {
            in.skip();
            if (!item && nesting.opensGraph(b)) {
                enter(List.GRAPH, line);
                return Optional.empty();
            }
            nesting.accept(b);
            tooLarge |= bytes.size() == maxBytes;
            if (!tooLarge) {
                bytes.write(b);
            }
            if (nesting.isClosed() && (item || !lines)) {
                break;
            }
        }
        return Optional.of(
                tooLarge
                        ? FileRecord.unusable(line, item ? items : 0, JsonTree.tooLarge(maxBytes))
                        : FileRecord.of(line, item ? items : 0, list == List.GRAPH, bytes.toByteArray()));
    }

    private boolean endsBefore(int b, JsonNesting nesting, boolean item) {
        if (b == '\n') {
            return lines || nesting.depth() == 0;
        }
        return item && nesting.depth() == 0 && !nesting.inString() && (b == ',' || b == ']');
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
