package org.lurewatch.job.operators;

import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.job.codec.WarningEncoder;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Warnings to Kafka records, keyed by posting. Kafka's time of the record is when it is sent, not event time: a broker
 * refuses times too far from its own.
 */
public final class WarningSerializer implements KafkaRecordSerializationSchema<ScamWarning> {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private transient SingleObjectEncoding<ScamWarning> encoding;

    public WarningSerializer(String topic) {
        this.topic = topic;
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        encoding = SingleObjectEncoding.of(ScamWarning.class, WriterSchemas.known());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(ScamWarning warning, KafkaSinkContext context, Long eventTime) {
        return new ProducerRecord<>(topic, WarningEncoder.key(warning), encoding.encode(warning));
    }
}
