package org.lurewatch.job.operators;

import java.nio.ByteBuffer;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.lurewatch.codec.Erasures;
import org.lurewatch.codec.registry.ValueFrame;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;

/** Takes records from Kafka as they are, because a bad one must not stop the source. */
public final class SourceRecordDeserializer implements KafkaRecordDeserializationSchema<SourceRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        TrustedClasses.register();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<SourceRecord> out) {
        out.collect(new SourceRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp() == ConsumerRecord.NO_TIMESTAMP ? null : record.timestamp(),
                record.key() == null ? null : ByteBuffer.wrap(record.key()),
                record.value() == null ? null : ByteBuffer.wrap(record.value()),
                schemaHeader(record),
                record.value() == null && header(record, Erasures.HEADER) != null));
    }

    private static ByteBuffer schemaHeader(ConsumerRecord<byte[], byte[]> record) {
        byte[] header = ValueFrame.header(name -> header(record, name));
        return header == null ? null : ByteBuffer.wrap(header);
    }

    private static byte[] header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    @Override
    public TypeInformation<SourceRecord> getProducedType() {
        return new AvroTypeInfo<>(SourceRecord.class);
    }
}
