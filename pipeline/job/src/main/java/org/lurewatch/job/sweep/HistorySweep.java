package org.lurewatch.job.sweep;

import java.time.Clock;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.codec.Erasures;
import org.lurewatch.codec.SweepRecords;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.job.operators.ErasureRequests;
import org.lurewatch.job.operators.IntakeFunction;
import org.lurewatch.job.operators.RecordSerializer;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.job.operators.SourceRecordDeserializer;
import org.lurewatch.job.operators.SweepFunction;
import org.lurewatch.job.operators.TopicOutput;
import org.lurewatch.job.operators.WarningDeserializer;
import org.lurewatch.job.operators.control.DetectFunction;
import org.lurewatch.job.start.DecoderSupplier;
import org.lurewatch.job.start.FetchedBundles;
import org.lurewatch.job.start.FlinkSettings;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.SweptPosting;
import org.lurewatch.schemas.TrustedClasses;

/**
 * Reads a span of the postings topic again with a given bundle, and warns of what that bundle finds and nobody has been
 * warned of. It is a bounded job of its own, on a cluster in this JVM; a running job can continue beside it. The two
 * may then send warnings of one posting with the same revision: readers use the one that was assessed later.
 *
 * <p>It runs in Flink's batch mode, which sorts by posting on disk, so that neither the span nor the warnings need to fit
 * into memory.
 */
public final class HistorySweep {
    private static final String NAME = "lurewatch sweep";

    private HistorySweep() {}

    /**
     * Runs the sweep, and reports what became of every posting, in no particular order.
     *
     * @throws Exception if the job fails; what was sent until then stays sent, and another sweep sends the rest
     */
    public static void run(SweepConfig config, Clock clock, Consumer<SweptPosting> receiver) throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(config.parallelism(), settings());
        DataStream<SweptPosting> swept = defineWorkflow(env, config, clock);
        if (!config.dryRun()) {
            send(swept, config);
        }
        try (CloseableIterator<SweptPosting> results = swept.collectAsync()) {
            JobClient job = env.executeAsync(NAME);
            results.forEachRemaining(receiver);
            job.getJobExecutionResult().get();
        }
    }

    private static Configuration settings() {
        Configuration settings = FlinkSettings.safe();
        settings.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        // After a restart, part of the sweep would be reported twice.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        return settings;
    }

    private static DataStream<SweptPosting> defineWorkflow(
            StreamExecutionEnvironment env, SweepConfig config, Clock clock) {
        TrustedClasses.register();
        DecoderSupplier decoder = new DecoderSupplier(
                PostingLimits.DEFAULT.maxPostingBytes(),
                PostingLimits.DEFAULT.maxFieldChars(),
                DecoderSupplier.folder(config.extraSchemas()),
                config.registry().orElse(null),
                config.idBytes(),
                clock);
        SingleOutputStreamOperator<SourceRecord> records = env.fromSource(
                        postings(config), WatermarkStrategy.noWatermarks(), "postings")
                .uid("postings")
                .process(new IntakeFunction())
                .name("decode")
                .uid("decode");
        DataStream<ScamWarning> erased = records.getSideOutput(ErasureRequests.TAG)
                .map(Erasures::warning)
                .returns(new AvroTypeInfo<>(ScamWarning.class))
                .name("erase")
                .uid("erase");
        SingleOutputStreamOperator<AssessedPosting> detected = records.process(new DetectFunction(
                        decoder,
                        FetchedBundles.of(config.choice()),
                        DeploymentRecords.toAvro(FetchedBundles.deploymentOf(config.bundle())),
                        clock))
                .name("detect")
                .uid("detect");
        DataStream<ScamWarning> told = env.fromSource(warnings(config), WatermarkStrategy.noWatermarks(), "warnings")
                .uid("told");
        DataStream<SweptPosting> assessed = detected.connect(told.union(erased))
                .keyBy(posting -> posting.getAssessment().getWarningId(), ScamWarning::getWarningId, Types.STRING)
                .process(new SweepFunction())
                .returns(new AvroTypeInfo<>(SweptPosting.class))
                .name("sweep")
                .uid("sweep");
        return detected.getSideOutput(Rejects.TAG)
                .map(SweepRecords::rejected)
                .returns(new AvroTypeInfo<>(SweptPosting.class))
                .name("rejects")
                .uid("rejects")
                .union(assessed);
    }

    private static void send(DataStream<SweptPosting> swept, SweepConfig config) {
        Properties properties = new Properties();
        properties.putAll(config.clientSettings());
        swept.filter(posting -> posting.getSent() != null)
                .uid("sent")
                .map(SweptPosting::getSent)
                .returns(new AvroTypeInfo<>(ScamWarning.class))
                .uid("warning")
                .sinkTo(KafkaSink.<ScamWarning>builder()
                        .setKafkaProducerConfig(properties)
                        .setBootstrapServers(servers(config))
                        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                        .setRecordSerializer(RecordSerializer.ofWarnings(new TopicOutput(
                                config.warnings(),
                                config.format(),
                                config.registry().orElse(null),
                                "/lurewatch/sweep")))
                        .build())
                .name("warnings")
                .uid("warnings");
    }

    private static KafkaSource<SourceRecord> postings(SweepConfig config) {
        return HistorySweep.<SourceRecord>source(config, config.postings())
                .setStartingOffsets(OffsetsInitializer.timestamp(config.from().toEpochMilli()))
                .setBounded(OffsetsInitializer.timestamp(config.to().toEpochMilli()))
                .setDeserializer(new SourceRecordDeserializer())
                .build();
    }

    private static KafkaSource<ScamWarning> warnings(SweepConfig config) {
        return HistorySweep.<ScamWarning>source(config, config.warnings())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setDeserializer(new WarningDeserializer())
                .build();
    }

    private static <T> KafkaSourceBuilder<T> source(SweepConfig config, String topic) {
        Properties properties = new Properties();
        properties.putAll(config.clientSettings());
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return KafkaSource.<T>builder()
                .setProperties(properties)
                .setBootstrapServers(servers(config))
                .setTopics(topic);
    }

    private static String servers(SweepConfig config) {
        return config.clientSettings().get("bootstrap.servers");
    }
}
