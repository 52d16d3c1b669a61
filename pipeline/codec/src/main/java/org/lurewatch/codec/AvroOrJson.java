package org.lurewatch.codec;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Reads a small record that people and programs write: Avro's single-object encoding or JSON. For one thread at a time.
 *
 * @param <A> as Avro has it
 * @param <D> as the domain has it
 */
@NullMarked
final class AvroOrJson<A extends SpecificRecordBase, D> {
    /** More than the longest review or command takes, whatever its script. */
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
     * What a record says.
     *
     * @param value the record's value, or null where it has none
     * @throws UnusablePostingException with the reason, where it is no such record; nothing else is thrown
     */
    D read(byte @Nullable [] value) {
        byte[] bytes = RecordValues.checked(value, MAX_BYTES);
        return SingleObjectEncoding.hasMarker(bytes)
                ? ofAvro.apply(RecordValues.avro(() -> avro.decode(bytes)))
                : ofJson.apply(bytes);
    }
}
