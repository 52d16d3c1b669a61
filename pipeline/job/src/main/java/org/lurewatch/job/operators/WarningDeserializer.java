package org.lurewatch.job.operators;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.lurewatch.codec.ValueEncoder;
import org.lurewatch.codec.ValueReader;
import org.lurewatch.schemas.ScamWarning;

/** Reads warnings that were sent, in whichever format; other records, such as the tombstones of a compacted topic, are left out. */
public final class WarningDeserializer implements KafkaRecordDeserializationSchema<ScamWarning> {
    private static final long serialVersionUID = 1L;

    private transient ValueReader<ScamWarning> values;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        values = new ValueReader<>(ScamWarning.class);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ScamWarning> out) {
        Header schema = record.headers().lastHeader(ValueEncoder.SCHEMA_HEADER);
        values.read(record.value(), schema == null ? null : schema.value()).ifPresent(out::collect);
    }

    @Override
    public TypeInformation<ScamWarning> getProducedType() {
        return new AvroTypeInfo<>(ScamWarning.class);
    }
}
