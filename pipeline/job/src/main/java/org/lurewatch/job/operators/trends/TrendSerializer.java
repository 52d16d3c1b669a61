package org.lurewatch.job.operators.trends;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.WriterSchemas;

/**
 * Trends to Kafka records, keyed by window, dimension and value: a compacted topic keeps the newest revision of each.
 */
public final class TrendSerializer implements KafkaRecordSerializationSchema<Trend> {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private transient SingleObjectEncoding<Trend> encoding;

    public TrendSerializer(String topic) {
        this.topic = topic;
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        encoding = SingleObjectEncoding.of(Trend.class, WriterSchemas.known());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Trend trend, KafkaSinkContext context, Long eventTime) {
        return new ProducerRecord<>(topic, key(trend), encoding.encode(trend));
    }

    private static byte[] key(Trend trend) {
        return String.join(
                        "/",
                        trend.getWindowStart().toString(),
                        trend.getWindowHours() + "h",
                        trend.getDimension().name(),
                        trend.getValue())
                .getBytes(StandardCharsets.UTF_8);
    }
}
