package org.lurewatch.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Avro single-object encoding of one record type: two marker bytes, the writer schema's fingerprint, the body. For one
 * thread at a time.
 *
 * <p>Stricter than Avro's own decoder: bytes left over after the body are refused, and whatever hostile bytes do, only
 * the exceptions named here come out.
 */
public final class SingleObjectEncoding<T extends SpecificRecordBase> {
    /** Bytes before the record itself: the marker, then the fingerprint of the writer's schema, little-endian. */
    public static final int HEADER_SIZE = 10;

    private final SpecificData model;
    private final Schema readerSchema;
    private final WriterSchemas writers;
    private final BinaryMessageEncoder<T> encoder;
    private final Map<Long, SpecificDatumReader<T>> readers = new HashMap<>();
    private BinaryDecoder decoder;

    private SingleObjectEncoding(Class<T> type, WriterSchemas writers) {
        TrustedClasses.register();
        this.model = SpecificData.getForClass(type);
        this.readerSchema = model.getSchema(type);
        this.writers = writers;
        this.encoder = new BinaryMessageEncoder<>(model, readerSchema);
    }

    /** The encoding of a generated class, reading whatever these writer schemas have written. */
    public static <T extends SpecificRecordBase> SingleObjectEncoding<T> of(Class<T> type, WriterSchemas writers) {
        return new SingleObjectEncoding<>(type, writers);
    }

    /** Whether bytes begin as single-object encoding does. */
    public static boolean hasMarker(byte[] bytes) {
        return bytes.length >= 2 && bytes[0] == (byte) 0xC3 && bytes[1] == (byte) 0x01;
    }

    /** The record as bytes, written with the newest schema. */
    public byte[] encode(T message) {
        try {
            ByteBuffer buffer = encoder.encode(message);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The record in bytes.
     *
     * @throws MissingSchemaException where no writer schema of this fingerprint is known
     * @throws AvroRuntimeException where the bytes do not fit that schema
     * @throws BadHeaderException where the bytes are not single-object encoding
     */
    public T decode(byte[] bytes) throws BadHeaderException {
        Schema writer = writerSchema(bytes);
        SpecificDatumReader<T> reader = readers.computeIfAbsent(
                fingerprint(bytes), unused -> new SpecificDatumReader<>(writer, readerSchema, model));
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER_SIZE, bytes.length - HEADER_SIZE, decoder);
            T message = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new AvroRuntimeException("bytes are left over after the record");
            }
            return message;
        } catch (AvroRuntimeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Avro lets negative lengths and indexes through to the JDK, which throws what it likes.
            throw new AvroRuntimeException("the bytes do not fit their schema", e);
        }
    }

    /**
     * The schema that the bytes say they were written with.
     *
     * @throws MissingSchemaException where no schema of this fingerprint is known
     * @throws BadHeaderException where the bytes are not single-object encoding
     */
    public Schema writerSchema(byte[] bytes) throws BadHeaderException {
        if (bytes.length < HEADER_SIZE || !hasMarker(bytes)) {
            throw new BadHeaderException("not Avro single-object encoding");
        }
        long fingerprint = fingerprint(bytes);
        Schema writer = writers.findByFingerprint(fingerprint);
        if (writer == null) {
            throw new MissingSchemaException("no writer schema with fingerprint %016x is known".formatted(fingerprint));
        }
        return writer;
    }

    private static long fingerprint(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    }
}
