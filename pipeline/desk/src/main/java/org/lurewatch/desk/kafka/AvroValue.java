package org.lurewatch.desk.kafka;

import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.schemas.SingleObjectEncoding;

/** The value of a Kafka record. */
public final class AvroValue {
    private AvroValue() {}

    /** What it holds, or nothing where that is something else. */
    public static <T extends SpecificRecordBase> Optional<T> decode(SingleObjectEncoding<T> encoding, byte[] value) {
        try {
            return value == null ? Optional.empty() : Optional.of(encoding.decode(value));
        } catch (AvroRuntimeException e) {
            return Optional.empty();
        }
    }
}
