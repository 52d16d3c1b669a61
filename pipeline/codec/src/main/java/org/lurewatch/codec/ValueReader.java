package org.lurewatch.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.lurewatch.codec.json.AvroJson;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Reads records of one type as {@link ValueEncoder} writes them, in whichever format: one topic may hold all of them. For one
 * thread at a time.
 */
public final class ValueReader<T extends SpecificRecordBase> {
    private static final int FRAME_BYTES = 1 + Integer.BYTES;

    private final Class<T> type;
    private final SingleObjectEncoding<T> avro;

    public ValueReader(Class<T> type) {
        this.type = type;
        this.avro = SingleObjectEncoding.of(type, WriterSchemas.known());
    }

    /**
     * What a value holds, or nothing where that is something else.
     *
     * @param value the value, or null if the record has none
     * @param schemaHeader the record's header {@link ValueEncoder#SCHEMA_HEADER}, or null; without it, what is framed is
     *     taken to be of this version
     */
    public Optional<T> read(byte @Nullable [] value, byte @Nullable [] schemaHeader) {
        try {
            return value == null || value.length == 0 ? Optional.empty() : Optional.of(record(value, schemaHeader));
        } catch (AvroRuntimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private T record(byte[] value, byte @Nullable [] schemaHeader) {
        if (SingleObjectEncoding.hasMarker(value)) {
            return avro.decode(value);
        }
        if (value[0] == 0 && value.length >= FRAME_BYTES) {
            byte[] fingerprint = schemaHeader == null ? ValueEncoder.fingerprint(type) : schemaHeader;
            return avro.decode(single(fingerprint, value));
        }
        return AvroJson.read(new String(value, StandardCharsets.UTF_8), type);
    }

    private static byte[] single(byte[] fingerprint, byte[] framed) {
        int body = framed.length - FRAME_BYTES;
        return ByteBuffer.allocate(2 + fingerprint.length + body)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .put(fingerprint)
                .put(framed, FRAME_BYTES, body)
                .array();
    }
}
