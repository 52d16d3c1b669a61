package org.lurewatch.codec;

import java.nio.ByteBuffer;

/** Avro's bytes as an array. */
public final class ByteArrays {
    private ByteArrays() {}

    /** The bytes, without a copy where the buffer is exactly its array; null of null. */
    public static byte[] of(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        if (buffer.hasArray() && buffer.arrayOffset() == 0 && buffer.remaining() == buffer.array().length) {
            return buffer.array();
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
