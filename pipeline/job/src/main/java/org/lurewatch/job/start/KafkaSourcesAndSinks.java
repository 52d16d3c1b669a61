package org.lurewatch.job.start;

import java.util.Optional;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.lurewatch.job.config.CampaignsConfig;
import org.lurewatch.job.config.Delivery;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.config.KafkaConfig;
import org.lurewatch.job.config.StartingOffsets;
import org.lurewatch.job.config.TopicsConfig;
import org.lurewatch.job.graph.CampaignGraph;
import org.lurewatch.job.graph.ControlGraph;
import org.lurewatch.job.graph.ControlSourcesAndSinks;
import org.lurewatch.job.graph.SourcesAndSinks;
import org.lurewatch.job.operators.RecordSerializer;
import org.lurewatch.job.operators.SourceRecordDeserializer;
import org.lurewatch.schemas.SourceRecord;

/** The sources and sinks of the job on Kafka. */
public final class KafkaSourcesAndSinks {
    private final KafkaConfig kafka;
    private final Delivery delivery;

    private KafkaSourcesAndSinks(JobConfig config) {
        this.kafka = config.kafka();
        this.delivery = config.delivery();
    }

    /** The sources and sinks that the settings ask for. */
    public static SourcesAndSinks of(JobConfig config) {
        KafkaSourcesAndSinks kafkaSide = new KafkaSourcesAndSinks(config);
        TopicsConfig topics = config.kafka().topics();
        return new SourcesAndSinks(
                kafkaSide.source(topics.postings(), "", offsets(config.kafka().startingOffsets())),
                kafkaSide.sink("warnings", RecordSerializer.ofWarnings(topics.warnings())),
                kafkaSide.sink("rejects", RecordSerializer.ofRejects(topics.rejects())),
                config.campaigns().enabled() ? Optional.of(kafkaSide.campaigns(config.campaigns())) : Optional.empty(),
                config.trends().enabled()
                        ? Optional.of(kafkaSide.sink("trends", RecordSerializer.ofTrends(topics.trends())))
                        : Optional.empty());
    }

    private SourcesAndSinks.OfCampaigns campaigns(CampaignsConfig config) {
        TopicsConfig topics = kafka.topics();
        // A review that was written while the job was stopped, or before its first start, counts as well.
        return new SourcesAndSinks.OfCampaigns(
                source(topics.reviews(), "-reviews", offsets(StartingOffsets.COMMITTED_OR_EARLIEST)),
                sink("campaigns", RecordSerializer.ofCampaigns(topics.campaigns())),
                new CampaignGraph.Settings(config.expireAfter(), config.reviewsPerDay()));
    }

    /** The sources and sinks for the control of bundles. */
    static ControlSourcesAndSinks control(JobConfig config) {
        KafkaSourcesAndSinks kafkaSide = new KafkaSourcesAndSinks(config);
        TopicsConfig topics = config.kafka().topics();
        return new ControlSourcesAndSinks(
                // Whatever was read before: a job without state rebuilds it from the whole history.
                kafkaSide.source(topics.control(), "-control", OffsetsInitializer.earliest()),
                // A veto that waited for the next checkpoint would come late. Sending it twice has no further effect.
                kafkaSide.sink(
                        "vetoes", RecordSerializer.ofCommands(topics.control()), DeliveryGuarantee.AT_LEAST_ONCE),
                kafkaSide.sink("statuses", RecordSerializer.ofStatuses(topics.controlStatus())),
                kafkaSide.sink("shadow-scores", RecordSerializer.ofShadowScores(topics.shadowScores())),
                new ControlGraph.Settings(
                        FetchedBundles.of(config),
                        FetchedBundles.succession(config),
                        config.control().veto()));
    }

    private KafkaSource<SourceRecord> source(String topic, String clientSuffix, OffsetsInitializer start) {
        Properties properties = new Properties();
        // The records may be written in transactions, and those of aborted transactions must not be read.
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.putAll(kafka.properties());
        return KafkaSource.<SourceRecord>builder()
                .setProperties(properties)
                .setBootstrapServers(kafka.bootstrapServers())
                .setGroupId(kafka.groupId())
                .setClientIdPrefix(kafka.groupId() + clientSuffix)
                .setTopics(topic)
                .setStartingOffsets(start)
                .setDeserializer(new SourceRecordDeserializer())
                .build();
    }

    private <T> KafkaSink<T> sink(String name, KafkaRecordSerializationSchema<T> serializer) {
        return sink(
                name,
                serializer,
                delivery == Delivery.EXACTLY_ONCE ? DeliveryGuarantee.EXACTLY_ONCE : DeliveryGuarantee.AT_LEAST_ONCE);
    }

    private <T> KafkaSink<T> sink(
            String name, KafkaRecordSerializationSchema<T> serializer, DeliveryGuarantee guarantee) {
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        properties.setProperty(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                String.valueOf(kafka.transactionTimeout().toMillis()));
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(properties)
                .setBootstrapServers(kafka.bootstrapServers())
                .setDeliveryGuarantee(guarantee)
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
