package org.lurewatch.cli.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.cli.demo.DemoCommand;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.TopicValues;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.intake.json.PostingJson;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.examples.DemoRecords;
import org.lurewatch.lab.minicluster.LocalJob;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ScamWarning;

/** A posting is forgotten by the job and on the topics, on a real broker. */
class ErasureIT {
    private static final Installation HOME = new Installation(Path.of("../.."));

    @TempDir
    private Path checkpoints;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EmbeddedKafka kafka;
    private JobPosting lure;

    @BeforeEach
    void start() {
        kafka = EmbeddedKafka.start();
        Detector detector = BundleLoader.load(HOME.baselineBundle());
        lure = DemoRecords.read(HOME.writtenExamples()).stream()
                .flatMap(record -> record.example().stream())
                .map(LabelledPosting::posting)
                .filter(posting -> detector.assess(posting).isWarning()
                        && !detector.assess(posting).footprint().handles().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void stop() throws Exception {
        kafka.close();
    }

    @Test
    void thePostingGoesItsWarningsGoAndItsCampaignIsToldOfAnew() throws Exception {
        try (LocalJob job = LocalJob.start(DemoCommand.config(
                kafka.bootstrapServers(),
                HOME.baselineBundle(),
                checkpoints.toUri().toString()))) {
            send("1");
            send("2");
            job.await(() -> isOfACampaign("board/1")
                    && isOfACampaign("board/2")
                    && campaign().isPresent());
            // The second one to report is growth, of which readers are told within the hour.
            String erased = campaign().orElseThrow().getPostingKeys().get(0);
            String other = erased.equals("board/1") ? "board/2" : "board/1";
            String identifier = erased.substring("board/".length());

            assertEquals(0, run("erase", "--posting", erased), err::toString);
            assertFalse(out.toString().contains("not compacted"), out::toString);
            assertTrue(out.toString().contains("Lurewatch cannot reach"), out::toString);
            job.await(() -> newest(erased).isEmpty()
                    && campaign().orElseThrow().getPostingKeys().equals(List.of(other)));

            assertEquals(2, job.counters().sum(FlowCounters.IN), "the request is no posting");
            assertEquals(1, job.counters().sum(FlowCounters.ERASURES));
            assertTrue(newest(other).isPresent());
            assertEquals(1, run("explain", "--warning-id", WarningEncoder.warningId("board", identifier)));
            assertTrue(err.toString().contains("there is no warning"), err::toString);

            send(identifier);
            job.await(() -> newest(erased).isPresent());

            keepEverything("warnings");
            assertEquals(0, run("erase", "--posting", other), err::toString);
            assertTrue(
                    out.toString().contains("--entity-name warnings --add-config cleanup.policy=[compact,delete]"),
                    out::toString);
        }
    }

    private void send(String identifier) throws Exception {
        JobPosting posting = new JobPosting(identifier, "board", lure.texts(), lure.datePosted(), lure.scrapedAt());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            "postings",
                            ("board/" + identifier).getBytes(UTF_8),
                            PostingJson.line(posting).getBytes(UTF_8)))
                    .get();
        }
    }

    private boolean isOfACampaign(String key) {
        return newest(key).filter(warning -> warning.getCampaignId() != null).isPresent();
    }

    /** What holds of a posting for a reader of the topic; empty where its last record has no value. */
    private Optional<ScamWarning> newest(String key) {
        TopicValues<ScamWarning> values = new TopicValues<>(ScamWarning.class);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        topic("warnings").forEach(record -> {
            if (new String(record.key(), UTF_8).equals(key)) {
                records.add(record);
            }
        });
        return records.isEmpty() ? Optional.empty() : values.read(records.get(records.size() - 1));
    }

    private Optional<Campaign> campaign() {
        TopicValues<Campaign> values = new TopicValues<>(Campaign.class);
        List<Campaign> all = new ArrayList<>();
        topic("campaigns").forEach(record -> values.read(record).ifPresent(all::add));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private KafkaTopic topic(String name) {
        return new KafkaTopic(Map.of("bootstrap.servers", kafka.bootstrapServers()), name);
    }

    /** As a topic is that was created by hand. */
    private void keepEverything(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "delete"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private int run(String command, String... options) {
        List<String> all = new ArrayList<>(List.of(command, "--kafka", kafka.bootstrapServers()));
        all.addAll(List.of(options));
        return CommandRun.of(HOME, out, err, all);
    }
}
