package org.lurewatch.intake.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Reads bytes one by one, with a look ahead and the line number. */
final class ByteCursor implements Closeable {
    private static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long line = 1;

    ByteCursor(InputStream in) throws IOException {
        this.in = in;
        if (at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF) {
            position = 3;
        }
    }

    /** The next byte, or -1 at the end. */
    int peek() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
        }
        return position < limit ? buffer[position] & 0xFF : END;
    }

    /** Moves past the byte that {@link #peek} returned. */
    void skip() {
        if (buffer[position++] == '\n') {
            line++;
        }
    }

    /** The line of the next byte, counted from 1. */
    long line() {
        return line;
    }

    /**
     * Whether the first value spans several lines, so that not every line is a record. After a first line that was cut
     * off comes the next record; a document continues with a key or a bracket. Looks no further than one buffer.
     */
    boolean startsDocument() throws IOException {
        int first = nextOther(position);
        if (at(first) == '[') {
            int second = at(nextOther(first + 1));
            return second == '{' || second == ']' || second == '[';
        }
        if (at(first) != '{') {
            return false;
        }
        JsonNesting nesting = new JsonNesting(JsonLayout.strict(true));
        int last = first;
        int i = first;
        for (int b = at(i); b != '\n'; b = at(++i)) {
            if (b == END) {
                return false;
            }
            nesting.accept(b);
            last = JsonNesting.isBlank(b) ? last : i;
        }
        if (nesting.depth() == 0 || nesting.inString()) {
            return false;
        }
        int next = at(nextOther(i));
        return next != END && (next != '{' || at(last) == '[');
    }

    private int nextOther(int from) throws IOException {
        int i = from;
        while (JsonNesting.isBlank(at(i))) {
            i++;
        }
        return i;
    }

    /** The byte at this index of the first buffer, which is read only as far as needed: standard input may block. */
    private int at(int index) throws IOException {
        while (index >= limit && limit < buffer.length) {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                return END;
            }
            limit += read;
        }
        return index < limit ? buffer[index] & 0xFF : END;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
