package org.lurewatch.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.codec.json.RecordJson;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** Writes records of one type in one format. For one thread at a time. */
public final class ValueEncoder<T extends SpecificRecordBase> {
    /**
     * Kafka header of what is written as {@link ValueFormat#CONFLUENT}: the fingerprint of the schema (CRC-64-AVRO,
     * little-endian, as in the single-object encoding), so that commands can read it without asking the registry.
     */
    public static final String SCHEMA_HEADER = "lurewatch-schema";

    private final ValueFormat format;
    private final int schemaId;
    private final SingleObjectEncoding<T> avro;
    private final byte[] fingerprint;

    /**
     * An encoder for a type.
     *
     * @param schemaId number of the schema in the registry, of which only {@link ValueFormat#CONFLUENT} makes use
     */
    public ValueEncoder(Class<T> type, ValueFormat format, int schemaId) {
        this.format = format;
        this.schemaId = schemaId;
        this.avro = SingleObjectEncoding.of(type, WriterSchemas.known());
        this.fingerprint = fingerprint(type);
    }

    static byte[] fingerprint(Class<? extends SpecificRecordBase> type) {
        long number = SchemaNormalization.parsingFingerprint64(
                SpecificData.getForClass(type).getSchema(type));
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
    }

    /** The record as the bytes of a value. */
    public byte[] encode(T record) {
        return switch (format) {
            case AVRO -> avro.encode(record);
            case JSON -> RecordJson.line(record).getBytes(StandardCharsets.UTF_8);
            case CONFLUENT -> framed(avro.encode(record));
        };
    }

    /** What {@link #SCHEMA_HEADER} says of its values; empty where they say it themselves. */
    public Optional<byte[]> schemaHeader() {
        return format == ValueFormat.CONFLUENT ? Optional.of(fingerprint.clone()) : Optional.empty();
    }

    private byte[] framed(byte[] single) {
        int body = single.length - SingleObjectEncoding.HEADER_SIZE;
        return ByteBuffer.allocate(1 + Integer.BYTES + body)
                .put((byte) 0)
                .putInt(schemaId)
                .put(single, SingleObjectEncoding.HEADER_SIZE, body)
                .array();
    }
}
