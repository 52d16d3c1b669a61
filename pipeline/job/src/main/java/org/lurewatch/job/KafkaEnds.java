package org.lurewatch.job;

import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.lurewatch.job.config.Delivery;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.config.KafkaConfig;
import org.lurewatch.job.config.StartingOffsets;
import org.lurewatch.job.operators.RejectSerializer;
import org.lurewatch.job.operators.SourceRecordDeserializer;
import org.lurewatch.job.operators.WarningSerializer;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;

/** The job's ends on Kafka. */
final class KafkaEnds {
    private final KafkaConfig kafka;
    private final Delivery delivery;

    KafkaEnds(JobConfig config) {
        this.kafka = config.kafka();
        this.delivery = config.delivery();
    }

    KafkaSource<SourceRecord> postings() {
        Properties properties = new Properties();
        // Postings may themselves be written in transactions; those that were given up are not to be read.
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.putAll(kafka.properties());
        return KafkaSource.<SourceRecord>builder()
                .setProperties(properties)
                .setBootstrapServers(kafka.bootstrapServers())
                .setGroupId(kafka.groupId())
                .setClientIdPrefix(kafka.groupId())
                .setTopics(kafka.topics().postings())
                .setStartingOffsets(offsets(kafka.startingOffsets()))
                .setDeserializer(new SourceRecordDeserializer())
                .build();
    }

    KafkaSink<ScamWarning> warnings() {
        return sink("warnings", new WarningSerializer(kafka.topics().warnings()));
    }

    KafkaSink<RejectedPosting> rejects() {
        return sink("rejects", new RejectSerializer(kafka.topics().rejects()));
    }

    private <T> KafkaSink<T> sink(String name, KafkaRecordSerializationSchema<T> serializer) {
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        properties.setProperty(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                String.valueOf(kafka.transactionTimeout().toMillis()));
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(properties)
                .setBootstrapServers(kafka.bootstrapServers())
                .setDeliveryGuarantee(
                        delivery == Delivery.EXACTLY_ONCE
                                ? DeliveryGuarantee.EXACTLY_ONCE
                                : DeliveryGuarantee.AT_LEAST_ONCE)
                .setTransactionalIdPrefix(kafka.groupId() + "-" + name)
                .setRecordSerializer(serializer)
                .build();
    }

    private static OffsetsInitializer offsets(StartingOffsets startingOffsets) {
        return switch (startingOffsets) {
            case COMMITTED_OR_EARLIEST -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
            case COMMITTED_OR_LATEST -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.LATEST);
            case EARLIEST -> OffsetsInitializer.earliest();
            case LATEST -> OffsetsInitializer.latest();
        };
    }
}
