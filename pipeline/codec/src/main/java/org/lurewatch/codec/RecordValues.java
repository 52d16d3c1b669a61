package org.lurewatch.codec;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.MissingSchemaException;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/** Checks that are common to all values of Kafka records, and the reasons why one cannot be read. */
final class RecordValues {
    private RecordValues() {}

    /** Reads Avro's single-object encoding. */
    interface AvroReading<T> {
        T read() throws BadHeaderException;
    }

    /**
     * The value itself, if there is one of a usable size.
     *
     * @throws UnusablePostingException if there is no value, or if it has more bytes than allowed
     */
    static byte[] checked(byte @Nullable [] value, int maxBytes) {
        if (value == null || value.length == 0) {
            throw new UnusablePostingException(RejectReason.EMPTY_RECORD, "the record is empty");
        }
        if (value.length > maxBytes) {
            throw new UnusablePostingException(
                    RejectReason.POSTING_TOO_LARGE, "the record is larger than " + maxBytes + " bytes");
        }
        return value;
    }

    /** @throws UnusablePostingException with the reason, if Avro cannot read it */
    static <T> T avro(AvroReading<T> reading) {
        try {
            return reading.read();
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
