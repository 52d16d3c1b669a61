package org.lurewatch.desk.kafka;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.lurewatch.codec.ValueEncoder;
import org.lurewatch.codec.ValueReader;

/** Reads what the job writes to one topic, in whichever formats. For one thread at a time. */
public final class TopicValues<T extends SpecificRecordBase> {
    private final ValueReader<T> reader;

    /** @param type of the topic's records */
    public TopicValues(Class<T> type) {
        this.reader = new ValueReader<>(type);
    }

    /** What a record holds, or nothing where that is something else. */
    public Optional<T> read(ConsumerRecord<byte[], byte[]> record) {
        Header schema = record.headers().lastHeader(ValueEncoder.SCHEMA_HEADER);
        return reader.read(record.value(), schema == null ? null : schema.value());
    }
}
