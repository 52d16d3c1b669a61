package org.lurewatch.intake.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Reads text, puts U+FFFD where bytes are damaged, and counts how often. */
final class DecodingReader extends Reader {
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private boolean ended;
    private long damaged;

    DecodingReader(InputStream in, TextCharset charset) throws IOException {
        this.in = in;
        this.decoder = charset.charset().newDecoder();
        in.skipNBytes(charset.markBytes());
    }

    /** How many places had bytes that are no text in this charset. */
    long damaged() {
        return damaged;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                if (out.hasRemaining()) {
                    bytes.position(bytes.position() + result.length());
                    damaged++;
                    out.put('\uFFFD');
                }
            }
            int read = out.position() - offset;
            // A pair of surrogates does not fit into a target of one.
            if (read > 0 || (result.isOverflow() && length == 1)) {
                return read > 0 ? read : lone(target, offset);
            }
            if (result.isUnderflow()) {
                if (ended) {
                    return -1;
                }
                fill();
            }
        }
    }

    private int lone(char[] target, int offset) {
        bytes.get();
        damaged++;
        target[offset] = '\uFFFD';
        return 1;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read));
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
