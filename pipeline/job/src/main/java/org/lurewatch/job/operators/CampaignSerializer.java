package org.lurewatch.job.operators;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** Campaigns to Kafka records, keyed by campaign, so that a compacted topic keeps the newest of each. */
public final class CampaignSerializer implements KafkaRecordSerializationSchema<Campaign> {
    private static final long serialVersionUID = 1L;

    private final String topic;
    private transient SingleObjectEncoding<Campaign> encoding;

    public CampaignSerializer(String topic) {
        this.topic = topic;
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
        encoding = SingleObjectEncoding.of(Campaign.class, WriterSchemas.known());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Campaign campaign, KafkaSinkContext context, Long eventTime) {
        byte[] key = campaign.getCampaignId().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, key, encoding.encode(campaign));
    }
}
