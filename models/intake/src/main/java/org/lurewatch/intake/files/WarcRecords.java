package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcPayload;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcTargetRecord;

/** A crawl: the pages in a WARC file. */
final class WarcRecords implements Records {
    private final WarcReader warc;
    private final Deque<FileEntry> found = new ArrayDeque<>();
    private long number;
    private long unstated;

    WarcRecords(InputStream in) throws IOException {
        try {
            this.warc = new WarcReader(in);
        } catch (EOFException e) {
            throw new UnreadableFileException("a WARC file that is cut off", "fetch it anew");
        }
        warc.setLenient(true);
    }

    @Override
    public Optional<FileEntry> next() throws IOException {
        while (found.isEmpty()) {
            Optional<WarcRecord> record = record();
            if (record.isEmpty()) {
                return Optional.empty();
            }
            number++;
            if (record.get() instanceof WarcTargetRecord target
                    && (target.type().equals("response")
                            || target.type().equals("resource")
                            || target.type().equals("conversion"))) {
                read(target);
            }
        }
        return Optional.of(found.pop());
    }

    private Optional<WarcRecord> record() throws IOException {
        try {
            return warc.next();
        } catch (ParsingException | EOFException e) {
            if (number == 0) {
                throw new UnreadableFileException("a damaged WARC file", "fetch it anew");
            }
            throw new IOException("the WARC file is damaged behind record " + number, e);
        }
    }

    private void read(WarcTargetRecord record) throws IOException {
        String place = "record " + number;
        try {
            Optional<WarcPayload> payload = record.payload();
            if (payload.isEmpty()) {
                return;
            }
            MediaType type = payload.get().type();
            String base = type.base().toString().toLowerCase(Locale.ROOT);
            if (!base.contains("html") && !base.equals("text/plain")) {
                return;
            }
            byte[] bytes = payload.get().body().stream().readNBytes(PageRecords.MAX_CHARS + 1);
            if (bytes.length > PageRecords.MAX_CHARS) {
                found.add(FileRow.tooLarge(place, PageRecords.MAX_CHARS));
            } else if (base.equals("text/plain")) {
                found.add(new FileRow()
                        .with("description", text(bytes))
                        .with("url", record.target())
                        .at(place));
            } else {
                addPostings(place, PageText.of(text(bytes), record.target()));
            }
        } catch (ParsingException | EOFException | IllegalArgumentException e) {
            found.add(FileRow.unknown(place, "the response in it is damaged"));
        }
    }

    private void addPostings(String place, PageText page) {
        unstated += page.taken() == PageText.Taken.STATED ? 0 : 1;
        for (ObjectNode posting : page.postings()) {
            found.add(new ForeignRecord(place, posting));
        }
    }

    private static String text(byte[] bytes) throws IOException {
        TextCharset charset = TextCharset.of(FileSample.of(new ByteArrayInputStream(bytes)));
        Charset read = charset.charset();
        CharBuffer text = read.decode(ByteBuffer.wrap(bytes, charset.markBytes(), bytes.length - charset.markBytes()));
        return text.toString();
    }

    @Override
    public String kind() {
        return "WARC";
    }

    @Override
    public List<String> notes() {
        return unstated == 0
                ? List.of()
                : List.of(unstated + " pages state no JobPosting; their title and main text are taken");
    }

    @Override
    public void close() throws IOException {
        warc.close();
    }
}
