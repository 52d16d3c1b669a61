package org.lurewatch.codec;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Avro's byte buffers as arrays. */
public final class ByteArrays {
    private ByteArrays() {}

    /** The bytes, without a copy if the buffer spans exactly its array; null for null. */
    public static byte @Nullable [] of(@Nullable ByteBuffer buffer) {
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
