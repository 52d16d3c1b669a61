package org.lurewatch.codec;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Reads a small record that people and programs write: Avro's single-object encoding or JSON. For one thread at a time.
 *
 * @param <A> the type in Avro
 * @param <D> the type in the domain
 */
final class AvroOrJson<A extends SpecificRecordBase, D> {
    /** More than the longest review or command needs in any script. */
    static final int MAX_BYTES = 32 << 10;

    private final SingleObjectEncoding<A> avro;
    private final Function<A, D> ofAvro;
    private final Function<byte[], D> ofJson;

    AvroOrJson(Class<A> type, Function<A, D> ofAvro, Function<byte[], D> ofJson) {
        this.avro = SingleObjectEncoding.of(type, WriterSchemas.known());
        this.ofAvro = ofAvro;
        this.ofJson = ofJson;
    }

    /**
     * Reads a record.
     *
     * @param value the record's value, or null if it has none
     * @throws UnusablePostingException with the reason, if it is not such a record; nothing else is thrown
     */
    D read(byte @Nullable [] value) {
        byte[] bytes = RecordValues.checked(value, MAX_BYTES);
        return SingleObjectEncoding.hasMarker(bytes)
                ? ofAvro.apply(RecordValues.avro(() -> avro.decode(bytes)))
                : ofJson.apply(bytes);
    }
}
