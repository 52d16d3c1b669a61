package org.lurewatch.intake.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads lines, however they end, with their numbers; of a line that is too long only the beginning. */
final class Lines implements Closeable {
    /**
     * A line.
     *
     * @param number counted from 1
     * @param text without the line break
     * @param tooLong whether the end of the text was left out
     */
    record Line(long number, String text, boolean tooLong) {}

    private static final int END = -1;

    private final Reader in;
    private final int maxChars;
    private final char[] buffer = new char[1 << 15];
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private int position;
    private int limit;
    private long number;

    Lines(Reader in, int maxChars) {
        this.in = in;
        this.maxChars = maxChars;
    }

    Optional<Line> next() throws IOException {
        if (!pushedBack.isEmpty()) {
            return Optional.of(pushedBack.pop());
        }
        if (peek() == END) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        int c = peek();
        while (c != END && c != '\n' && c != '\r') {
            int end = position;
            while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            int room = maxChars - text.length();
            text.append(buffer, position, Math.min(room, end - position));
            tooLong |= end - position > room;
            position = end;
            c = peek();
        }
        if (c != END) {
            position++;
            if (c == '\r' && peek() == '\n') {
                position++;
            }
        }
        number++;
        return Optional.of(new Line(number, text.toString(), tooLong));
    }

    /** Gives lines back, which are read again in this order. */
    void pushBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            pushedBack.push(lines.get(i));
        }
    }

    private int peek() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return position < limit ? buffer[position] : END;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
