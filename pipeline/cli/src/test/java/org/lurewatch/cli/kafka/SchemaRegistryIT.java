package org.lurewatch.cli.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.codec.registry.RegistryAddress;
import org.lurewatch.codec.registry.RegistryClient;
import org.lurewatch.codec.registry.RegistryOutage;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.lab.examples.DemoRecords;
import org.lurewatch.lab.minicluster.LocalJob;
import org.lurewatch.lab.minicluster.Settling;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;

/**
 * A real registry, a real broker and the job: postings of a platform's own schema in, warnings out that a client reads which
 * knows nothing of Lurewatch.
 */
class SchemaRegistryIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADVERT = """
            {"type": "record", "name": "Advert", "namespace": "com.example.board", "fields": [
              {"name": "identifier", "type": "string"},
              {"name": "source", "type": "string"},
              {"name": "title", "type": ["null", "string"], "default": null},
              {"name": "description", "type": "string"},
              {"name": "views", "type": "long"},
              {"name": "scrapedAt", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}
            """;

    @TempDir
    private Path folder;

    private final JobPosting lure = lure();
    private EmbeddedKafka kafka;
    private ApicurioRegistry registry;

    @BeforeEach
    void start() throws Exception {
        registry = ApicurioRegistry.start(Files.createDirectory(folder.resolve("registry")));
        kafka = EmbeddedKafka.start();
    }

    @AfterEach
    void stop() throws Exception {
        kafka.close();
        registry.close();
    }

    @Test
    void postingsOfARegistrysSchemaComeInAndWarningsThatOthersReadGoOut() throws Exception {
        int advert = client().register("postings-value", ADVERT);

        try (LocalJob job = LocalJob.start(config("json"))) {
            send("first", advert);
            send("nobody-knows-the-schema", advert + 1_000);
            send("second", advert);
            job.await(new Settling(job.counters(), 3)::isOver);
            assertEquals(2, job.counters().sum(FlowCounters.WARNED));
            assertEquals(2, job.counters().sum(FlowCounters.UNKNOWN_FIELDS), "views, twice");
        }
        try (LocalJob job = LocalJob.start(config("confluent"))) {
            send("third", advert);
            job.await(new Settling(job.counters(), 1)::isOver);
        }

        List<RejectedPosting> rejects =
                TestingTopics.read(kafka.bootstrapServers(), "postings-rejected", RejectedPosting.class);
        assertEquals(RejectReason.UNKNOWN_SCHEMA, rejects.get(0).getReason());
        assertPlainClientsReadThem(consumed("warnings"));
        List<String> read = TestingTopics.read(kafka.bootstrapServers(), "warnings", ScamWarning.class).stream()
                .map(ScamWarning::getPostingId)
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of("first", "second", "third"), read, "ours read both formats on one topic");
    }

    private void assertPlainClientsReadThem(List<ConsumerRecord<byte[], byte[]>> warnings) throws Exception {
        int json = 0;
        Set<String> confluent = new TreeSet<>();
        for (ConsumerRecord<byte[], byte[]> record : warnings) {
            assertEquals("1.0", header(record, "ce_specversion"));
            assertEquals("org.lurewatch.warning", header(record, "ce_type"));
            if (header(record, "content-type").equals("application/json")) {
                json++;
                JsonNode warning = JSON.readTree(record.value());
                assertTrue(List.of("first", "second")
                        .contains(warning.get("postingId").textValue()));
                assertEquals("LIKELY_SCAM", warning.get("verdict").textValue());
                assertEquals(
                        warning.get("warningId").textValue() + "-" + warning.get("revision"), header(record, "ce_id"));
                assertEquals(warning.get("assessedAt").textValue(), header(record, "ce_time"));
                assertNull(record.headers().lastHeader("lurewatch-schema"));
            } else {
                ByteBuffer value = ByteBuffer.wrap(record.value());
                assertEquals(0, value.get());
                GenericRecord warning = generic(value.getInt(), record.value());
                String identifier = warning.get("postingId").toString();
                assertEquals(
                        WarningEncoder.warningId("board", identifier),
                        warning.get("warningId").toString());
                confluent.add(identifier);
            }
        }
        assertTrue(json >= 2, json + " in JSON");
        assertTrue(confluent.contains("third"), confluent + " with a schema of the registry");
    }

    /** As a client does that has the registry's address and nothing else. */
    private GenericRecord generic(int schemaId, byte[] value) throws Exception {
        String answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(registry.url() + "/schemas/ids/" + schemaId))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Schema schema =
                SchemaParser.parseSingle(JSON.readTree(answer).get("schema").textValue());
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
    }

    private List<ConsumerRecord<byte[], byte[]>> consumed(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), UTF_8);
    }

    private void send(String identifier, int schemaId) throws Exception {
        Schema schema = SchemaParser.parseSingle(ADVERT);
        GenericRecord advert = new GenericRecordBuilder(schema)
                .set("identifier", identifier)
                .set("source", "board")
                .set("title", lure.text(PostingField.TITLE).orElse(null))
                .set("description", lure.text(PostingField.DESCRIPTION).orElseThrow())
                .set("views", 12L)
                .set("scrapedAt", 1_763_625_600_000L)
                .build();
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(schemaId).array());
        encode(advert, schema, value);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            "postings", ("board/" + identifier).getBytes(UTF_8), value.toByteArray()))
                    .get();
        }
    }

    private static void encode(GenericRecord record, Schema schema, ByteArrayOutputStream out) throws IOException {
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        encoder.flush();
    }

    private RegistryClient client() {
        return new RegistryClient(
                RegistryAddress.of(registry.url(), Map.of()), Clock.systemUTC(), RegistryOutage.giveUp());
    }

    private JobConfig config(String format) {
        return ConfigReader.parse(
                """
                kafka: {bootstrapServers: "${SERVERS}", groupId: it, createTopics: true, partitions: 2}
                checkpoint: {interval: 500ms, directory: "${CHECKPOINTS}"}
                detection: {bundle: "${BUNDLE}"}
                output: {format: json, topics: {warnings: %s}}
                registry: {url: "${REGISTRY}", register: true}
                parallelism: 2
                """.formatted(format),
                Map.of(
                        "SERVERS", kafka.bootstrapServers(),
                        "CHECKPOINTS", folder.resolve("checkpoints").toUri().toString(),
                        "BUNDLE", HOME.baselineBundle().toAbsolutePath().toString(),
                        "REGISTRY", registry.url()));
    }

    private static JobPosting lure() {
        Detector detector = BundleLoader.load(HOME.baselineBundle());
        return DemoRecords.read(HOME.writtenExamples()).stream()
                .flatMap(record -> record.example().stream())
                .map(LabelledPosting::posting)
                .filter(posting -> posting.text(PostingField.DESCRIPTION).isPresent())
                .filter(posting -> detector.assess(new JobPosting(
                                "x",
                                "board",
                                Map.of(
                                        PostingField.TITLE,
                                        posting.text(PostingField.TITLE).orElse(""),
                                        PostingField.DESCRIPTION,
                                        posting.text(PostingField.DESCRIPTION).get()),
                                null,
                                null))
                        .isWarning())
                .findFirst()
                .orElseThrow();
    }
}
