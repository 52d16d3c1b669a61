package org.lurewatch.intake.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The UTF-8 of a text, whatever charset it was read from. */
final class Utf8Stream extends InputStream {
    private final Reader text;
    private final char[] chars = new char[1 << 14];
    private byte[] bytes = new byte[0];
    private int position;
    private int kept;

    Utf8Stream(Reader text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (position == bytes.length) {
            int read = text.read(chars, kept, chars.length - kept);
            if (read < 0 && kept == 0) {
                return false;
            }
            int length = kept + Math.max(0, read);
            // Both halves of a pair must be encoded together.
            kept = read >= 0 && Character.isHighSurrogate(chars[length - 1]) ? 1 : 0;
            bytes = new String(chars, 0, length - kept).getBytes(StandardCharsets.UTF_8);
            chars[0] = chars[length - 1];
            position = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
