package org.lurewatch.job.codec;

import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Reads a small record that people and programs write: Avro's single-object encoding or JSON. For one thread at a time.
 *
 * @param <A> as Avro has it
 * @param <D> as the domain has it
 */
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
    D read(byte[] value) {
        if (value == null || value.length == 0) {
            throw new UnusablePostingException(RejectReason.EMPTY_RECORD, "the record is empty");
        }
        if (value.length > MAX_BYTES) {
            throw new UnusablePostingException(
                    RejectReason.POSTING_TOO_LARGE, "the record is larger than " + MAX_BYTES + " bytes");
        }
        return SingleObjectEncoding.hasMarker(value) ? ofAvro.apply(decode(value)) : ofJson.apply(value);
    }

    private A decode(byte[] value) {
        try {
            return avro.decode(value);
        } catch (BadHeaderException e) {
            throw new UnusablePostingException(
                    RejectReason.MALFORMED_AVRO,
                    "the record ends within the header of Avro's single-object encoding",
                    e);
        } catch (MissingSchemaException e) {
            throw new UnusablePostingException(RejectReason.UNKNOWN_SCHEMA, e.getMessage(), e);
        } catch (AvroRuntimeException e) {
            throw new UnusablePostingException(
                    RejectReason.MALFORMED_AVRO, "the bytes do not fit the Avro schema that they name", e);
        }
    }
}
