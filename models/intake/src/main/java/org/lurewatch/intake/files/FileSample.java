package org.lurewatch.intake.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lurewatch.intake.json.LenientJson;

/** The beginning of a file, enough to tell what it is, and the stream of all of it. */
final class FileSample {
    static final int MAX_BYTES = 4 << 20;

    private final byte[] bytes;
    private final boolean whole;
    private final InputStream rest;

    private FileSample(byte[] bytes, boolean whole, InputStream rest) {
        this.bytes = bytes;
        this.whole = whole;
        this.rest = rest;
    }

    /**
     * Reads the beginning. From a stream that pauses, such as standard input, not more than a first JSON line is
     * waited for, so that an answer can come before the next line.
     */
    static FileSample of(InputStream in) throws IOException {
        byte[] bytes = new byte[1 << 16];
        int length = 0;
        while (length < MAX_BYTES) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(MAX_BYTES, length * 4));
            }
            int read = in.read(bytes, length, bytes.length - length);
            if (read < 0) {
                return new FileSample(Arrays.copyOf(bytes, length), true, in);
            }
            length += read;
            if (in.available() == 0 && isJsonLine(bytes, length)) {
                break;
            }
        }
        return new FileSample(Arrays.copyOf(bytes, length), false, in);
    }

    private static boolean isJsonLine(byte[] bytes, int length) {
        if (bytes[length - 1] != '\n' || bytes[0] != '{') {
            return false;
        }
        int end = 0;
        while (bytes[end] != '\n') {
            end++;
        }
        return LenientJson.isObject(new String(bytes, 0, end, StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether there is nothing behind the sample. */
    boolean isWhole() {
        return whole;
    }

    boolean startsWith(String ascii) {
        return startsWith(ascii.getBytes(StandardCharsets.ISO_8859_1), 0);
    }

    boolean startsWith(byte[] start, int offset) {
        return bytes.length >= offset + start.length
                && Arrays.equals(bytes, offset, offset + start.length, start, 0, start.length);
    }

    /** The first bytes, at most this many, as if each were a character. */
    String ascii(int max) {
        return new String(bytes, 0, Math.min(max, bytes.length), StandardCharsets.ISO_8859_1);
    }

    /** The whole file, from its first byte; to be asked for once. */
    InputStream stream() {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), rest);
    }
}
