package org.lurewatch.lab.minicluster;

import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.serialization.AbstractDeserializationSchema;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.job.config.Delivery;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.FlowCounters;

/** The peer of the job: the same source, broker, cluster and sink, with nothing between them but a count. */
final class PassThrough {
    private PassThrough() {}

    /** Starts to copy the topic of postings to the topic of warnings, with the job's own settings. */
    static JobClient start(StreamExecutionEnvironment env, JobConfig config) throws Exception {
        boolean exactlyOnce = config.delivery() == Delivery.EXACTLY_ONCE;
        Configuration settings = new Configuration();
        settings.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL, config.checkpoint().interval());
        settings.set(
                CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE,
                exactlyOnce ? CheckpointingMode.EXACTLY_ONCE : CheckpointingMode.AT_LEAST_ONCE);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        config.parallelism().ifPresent(parallelism -> settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism));
        env.configure(settings);
        String servers = config.kafka().bootstrapServers();
        KafkaSource<byte[]> source = KafkaSource.<byte[]>builder()
                .setBootstrapServers(servers)
                .setGroupId(config.kafka().groupId())
                .setTopics(config.kafka().topics().postings())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new Unchanged())
                .build();
        Properties transactions = new Properties();
        transactions.setProperty(
                "transaction.timeout.ms",
                String.valueOf(config.kafka().transactionTimeout().toMillis()));
        KafkaSink<byte[]> sink = KafkaSink.<byte[]>builder()
                .setBootstrapServers(servers)
                .setKafkaProducerConfig(transactions)
                .setDeliveryGuarantee(exactlyOnce ? DeliveryGuarantee.EXACTLY_ONCE : DeliveryGuarantee.AT_LEAST_ONCE)
                .setTransactionalIdPrefix(config.kafka().groupId())
                .setRecordSerializer(new ToTopic(config.kafka().topics().warnings()))
                .build();
        env.fromSource(source, WatermarkStrategy.noWatermarks(), "postings")
                .map(new CountFunction())
                .sinkTo(sink);
        return env.executeAsync("pass-through");
    }

    private static final class Unchanged extends AbstractDeserializationSchema<byte[]> {
        private static final long serialVersionUID = 1L;

        @Override
        public byte[] deserialize(byte[] bytes) {
            return bytes;
        }
    }

    private record ToTopic(String topic) implements KafkaRecordSerializationSchema<byte[]> {
        @Override
        public ProducerRecord<byte[], byte[]> serialize(byte[] bytes, KafkaSinkContext context, Long timestamp) {
            return new ProducerRecord<>(topic, bytes);
        }
    }

    /** Counts as the job does, so that both are measured by the same figure. */
    private static final class CountFunction extends RichMapFunction<byte[], byte[]> {
        private static final long serialVersionUID = 1L;
        private transient Counter in;

        @Override
        public void open(OpenContext context) {
            in = getRuntimeContext()
                    .getMetricGroup()
                    .addGroup(FlowCounters.GROUP)
                    .counter(FlowCounters.IN);
        }

        @Override
        public byte[] map(byte[] bytes) {
            in.inc();
            return bytes;
        }
    }
}
