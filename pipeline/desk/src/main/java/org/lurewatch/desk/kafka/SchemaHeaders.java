package org.lurewatch.desk.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.lurewatch.codec.registry.ValueFrame;

/** The headers in which producers name the schema of a record's value. */
public final class SchemaHeaders {
    private SchemaHeaders() {}

    /** The one that a record has; null where it has none. */
    public static byte[] of(ConsumerRecord<byte[], byte[]> record) {
        return ValueFrame.header(name -> {
            Header header = record.headers().lastHeader(name);
            return header == null ? null : header.value();
        });
    }
}
