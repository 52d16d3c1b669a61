package org.lurewatch.job.operators;

import org.apache.avro.AvroRuntimeException;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** Reads warnings that were sent; other records, such as the tombstones of a compacted topic, are left out. */
public final class WarningDeserializer implements KafkaRecordDeserializationSchema<ScamWarning> {
    private static final long serialVersionUID = 1L;

    private transient SingleObjectEncoding<ScamWarning> encoding;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        encoding = SingleObjectEncoding.of(ScamWarning.class, WriterSchemas.known());
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ScamWarning> out) {
        if (record.value() == null) {
            return;
        }
        try {
            out.collect(encoding.decode(record.value()));
        } catch (AvroRuntimeException e) {
            // It is not one of our warnings, so no reader has had it from us.
        }
    }

    @Override
    public TypeInformation<ScamWarning> getProducedType() {
        return new AvroTypeInfo<>(ScamWarning.class);
    }
}
