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
    private final TopicOutputs outputs;
    private final TransactionNames transactions;

    private KafkaSourcesAndSinks(JobConfig config, TransactionNames transactions) {
        this.kafka = config.kafka();
        this.delivery = config.delivery();
        this.outputs = new TopicOutputs(config);
        this.transactions = transactions;
    }

    /** The sources and sinks that the settings ask for. */
    public static SourcesAndSinks of(JobConfig config) {
        return of(config, TransactionNames.of(config.kafka().groupId()));
    }

    /** The same, with transactions of these names. */
    static SourcesAndSinks of(JobConfig config, TransactionNames transactions) {
        SourcesAndSinks all = all(config, transactions);
        return new SourcesAndSinks(
                all.postings(),
                all.warnings(),
                all.rejects(),
                all.campaigns().filter(part -> config.campaigns().enabled()),
                all.trends().filter(sink -> config.trends().enabled()));
    }

    /** All sources and sinks of a job without control, whatever is switched off. */
    static SourcesAndSinks all(JobConfig config, TransactionNames transactions) {
        KafkaSourcesAndSinks kafkaSide = new KafkaSourcesAndSinks(config, transactions);
        TopicsConfig topics = config.kafka().topics();
        TopicOutputs outputs = kafkaSide.outputs;
        return new SourcesAndSinks(
                kafkaSide.source(topics.postings(), "", offsets(config.kafka().startingOffsets())),
                kafkaSide.sink("warnings", RecordSerializer.ofWarnings(outputs.warnings())),
                kafkaSide.sink("rejects", RecordSerializer.ofRejects(outputs.rejects())),
                Optional.of(kafkaSide.campaigns(config.campaigns())),
                Optional.of(kafkaSide.sink("trends", RecordSerializer.ofTrends(outputs.trends()))));
    }

    private SourcesAndSinks.OfCampaigns campaigns(CampaignsConfig config) {
        TopicsConfig topics = kafka.topics();
        return new SourcesAndSinks.OfCampaigns(
                // Whatever was read before: a job without state rebuilds what reviewers have said from all of it.
                source(topics.reviews(), "-reviews", OffsetsInitializer.earliest()),
                sink("campaigns", RecordSerializer.ofCampaigns(outputs.campaigns())),
                new CampaignGraph.Settings(config.expireAfter(), config.reviewsPerDay()));
    }

    /** The sources and sinks for the control of bundles. */
    static ControlSourcesAndSinks control(JobConfig config, TransactionNames transactions) {
        KafkaSourcesAndSinks kafkaSide = new KafkaSourcesAndSinks(config, transactions);
        TopicsConfig topics = config.kafka().topics();
        TopicOutputs outputs = kafkaSide.outputs;
        return new ControlSourcesAndSinks(
                // Whatever was read before: a job without state rebuilds it from the whole history.
                kafkaSide.source(topics.control(), "-control", OffsetsInitializer.earliest()),
                // A veto that waited for the next checkpoint would come late. Sending it twice has no further effect.
                kafkaSide.sink(
                        "vetoes", RecordSerializer.ofCommands(outputs.commands()), DeliveryGuarantee.AT_LEAST_ONCE),
                kafkaSide.sink("statuses", RecordSerializer.ofStatuses(outputs.controlStatus())),
                kafkaSide.sink("shadow-scores", RecordSerializer.ofShadowScores(outputs.shadowScores())),
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
                .setTransactionalIdPrefix(transactions.prefix(name))
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
