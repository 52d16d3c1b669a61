package org.lurewatch.codec.registry;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the record in a value that names its schema by an identifier. Sources: the wire format of Confluent
 * (0, then four bytes), which Karapace and Apicurio share; Apicurio's older form (0, then eight bytes); AWS Glue (3, then 0
 * or 5 for uncompressed or compressed, then a UUID); Confluent's header {@value #CONFLUENT_HEADER} (0 and four bytes, or 1
 * and a UUID) and Apicurio's {@value #APICURIO_HEADER} (eight bytes). All numbers are big-endian.
 *
 * @param schema what it names
 * @param bodyStart where the record itself begins
 */
public record ValueFrame(SchemaRef schema, int bodyStart) {
    /** Kafka header of Confluent's newer serialisers; the value is then the record alone. */
    public static final String CONFLUENT_HEADER = "__value_schema_id";

    /** Kafka header of Apicurio's serialisers where headers are switched on; the value is then the record alone. */
    public static final String APICURIO_HEADER = "apicurio.value.contentId";

    private static final int REGISTRY = 0;
    private static final int REGISTRY_GUID = 1;
    private static final int GLUE = 3;
    private static final int GLUE_PLAIN = 0;
    private static final int GLUE_COMPRESSED = 5;
    private static final int UUID_BYTES = 16;

    /**
     * The frame of a value; empty where neither its first bytes nor its header name a schema of a registry.
     *
     * @param header of the record that names its schema, one of those above, or null
     * @param idBytes how many bytes the number after the first 0 has: 4 or 8
     */
    public static Optional<ValueFrame> of(byte[] value, byte @Nullable [] header, int idBytes) {
        return header == null ? ofValue(value, idBytes) : ofHeader(header).map(schema -> new ValueFrame(schema, 0));
    }

    /**
     * The header of a record that names its value's schema; null where it has none.
     *
     * @param headers the value of the record's last header of a name, or null
     */
    public static byte @Nullable [] header(Function<String, byte @Nullable []> headers) {
        byte[] confluent = headers.apply(CONFLUENT_HEADER);
        return confluent == null ? headers.apply(APICURIO_HEADER) : confluent;
    }

    private static Optional<ValueFrame> ofValue(byte[] value, int idBytes) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        if (value.length > idBytes && value[0] == REGISTRY) {
            long number = idBytes == Long.BYTES ? bytes.getLong(1) : Integer.toUnsignedLong(bytes.getInt(1));
            return Optional.of(new ValueFrame(new SchemaRef.Id(number), 1 + idBytes));
        }
        if (value.length >= 2 + UUID_BYTES
                && value[0] == GLUE
                && (value[1] == GLUE_PLAIN || value[1] == GLUE_COMPRESSED)) {
            return Optional.of(new ValueFrame(new SchemaRef.Glue(uuid(bytes, 2)), 2 + UUID_BYTES));
        }
        return Optional.empty();
    }

    /** A header of any other length is somebody else's. */
    private static Optional<SchemaRef> ofHeader(byte[] header) {
        ByteBuffer bytes = ByteBuffer.wrap(header);
        return switch (header.length) {
            case 1 + Integer.BYTES ->
                header[0] == REGISTRY
                        ? Optional.of(new SchemaRef.Id(Integer.toUnsignedLong(bytes.getInt(1))))
                        : Optional.empty();
            case Long.BYTES -> Optional.of(new SchemaRef.Id(bytes.getLong(0)));
            case 1 + UUID_BYTES ->
                header[0] == REGISTRY_GUID ? Optional.of(new SchemaRef.Guid(uuid(bytes, 1))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static UUID uuid(ByteBuffer bytes, int at) {
        return new UUID(bytes.getLong(at), bytes.getLong(at + Long.BYTES));
    }
}
