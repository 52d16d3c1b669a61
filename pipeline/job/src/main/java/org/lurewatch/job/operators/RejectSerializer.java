package org.lurewatch.job.operators;

import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** Rejects to Kafka records, with the key of the record that was rejected. */
public final class RejectSerializer implements KafkaRecordSerializationSchema<RejectedPosting> {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private transient SingleObjectEncoding<RejectedPosting> encoding;

    public RejectSerializer(String topic) {
        this.topic = topic;
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        encoding = SingleObjectEncoding.of(RejectedPosting.class, WriterSchemas.known());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(RejectedPosting reject, KafkaSinkContext context, Long eventTime) {
        return new ProducerRecord<>(topic, ByteArrays.of(reject.getKey()), encoding.encode(reject));
    }
}
