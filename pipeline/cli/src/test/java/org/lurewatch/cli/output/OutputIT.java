package org.lurewatch.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.codec.json.AvroJson;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;
import org.lurewatch.schemas.WriterSchemas;

/** Listing and following what was sent, on a real broker. */
class OutputIT {
    static {
        TrustedClasses.register();
    }

    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final Instant SENT = Instant.parse("2026-11-20T08:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EmbeddedKafka kafka;

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start();
        TestingTopics.create(address(), 2, "warnings", "campaigns", "trends");
    }

    @AfterEach
    void stop() throws Exception {
        kafka.close();
    }

    @Test
    void aListHasTheLatestRevisionOfEachWarningThatWasNotErased() throws Exception {
        send("warnings", warning("a", 2, Verdict.NO_SIGN_FOUND), SENT);
        send("warnings", warning("a", 1, Verdict.LIKELY_SCAM), SENT);
        send("warnings", "board/x", "no warning".getBytes(UTF_8), SENT);
        send("warnings", warning("b", 1, Verdict.LIKELY_SCAM), SENT.plusSeconds(60));
        send("warnings", warning("gone", 1, Verdict.LIKELY_SCAM), SENT);
        send("warnings", "board/gone", null, SENT);

        assertEquals(ExitCode.GOOD, run("warnings", "list"), err::toString);
        assertEquals(3, out.toString().lines().count(), out::toString);
        assertTrue(out.toString().lines().anyMatch(line -> line.contains("no sign found") && line.contains("board/a")));
        assertTrue(err.toString().contains("warnings: 2\nrecords on the topic that are no warnings: 1"), err::toString);

        assertEquals(ExitCode.GOOD, run("warnings", "list", "--verdict", "likely-scam", "--format", "jsonl"));
        ScamWarning only = AvroJson.read(out.toString(), ScamWarning.class);
        assertEquals(warning("b", 1, Verdict.LIKELY_SCAM), only);

        assertEquals(ExitCode.GOOD, run("warnings", "list", "--since", "2026-11-20T08:00:30Z", "--format", "csv"));
        List<String> lines = out.toString().lines().toList();
        assertEquals(2, lines.size(), out::toString);
        assertTrue(lines.get(1).contains("\"board\",\"b\""), out::toString);

        assertEquals(ExitCode.GOOD, run("warnings", "list", "--source", "chat"));
        assertTrue(err.toString().contains("nothing comes from chat; the sources are board"), err::toString);

        assertEquals(ExitCode.FAILURE, run("warnings", "list", "--topic", "warningz"));
        assertTrue(err.toString().contains("has no topic warningz"), err::toString);
    }

    @Test
    void campaignsAndTrendsAreListedByWhatTheyAreAbout() throws Exception {
        Campaign campaign = Campaign.newBuilder()
                .setCampaignId("c1")
                .setPostings(3)
                .setHandles(List.of("TELEGRAM:example_desk"))
                .setLanguages(List.of("zh-Hant"))
                .setFirstSeen(SENT)
                .setLastSeen(SENT)
                .setVerdict(Verdict.LIKELY_SCAM)
                .setScamType("task_scam")
                .setUpdatedAt(SENT)
                .build();
        send("campaigns", "c1", encode(campaign), SENT);
        for (int revision : List.of(2, 1)) {
            Trend trend = new Trend(SENT, 1, TrendDimension.SCAM_TYPE, "task_scam", 10L * revision, 4L, 1L, revision);
            send("trends", "trend", encode(trend), SENT);
        }

        assertEquals(ExitCode.GOOD, run("campaigns", "list", "--language", "zh"), err::toString);
        assertTrue(out.toString().contains("task scam"), out::toString);
        assertTrue(out.toString().contains("TELEGRAM:exampl"), out::toString);
        assertEquals(ExitCode.GOOD, run("campaigns", "list", "--language", "en"), err::toString);
        assertTrue(err.toString().contains("campaigns: 0"), err::toString);

        assertEquals(ExitCode.GOOD, run("trends", "list", "--type", "task_scam", "--format", "csv"), err::toString);
        assertEquals(
                "\"2026-11-20T08:00:00Z\",\"1\",\"SCAM_TYPE\",\"task_scam\",\"20\",\"4\",\"1\",\"2\"",
                out.toString().lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void whatComesIsFollowedRevisionByRevisionUntilTheReaderIsInterrupted() throws Exception {
        send("warnings", warning("a", 1, Verdict.LIKELY_SCAM), SENT);
        PipedWriter written = new PipedWriter();
        int[] exitCode = {-1};
        Thread following = new Thread(() -> exitCode[0] = follow(written));
        try (BufferedReader lines = new BufferedReader(new PipedReader(written))) {
            following.start();
            assertTrue(lines.readLine().startsWith("\"assessedAt\""));
            assertTrue(lines.readLine().contains("\"a\""), "--since begins with what is there");
            send("warnings", warning("b", 1, Verdict.UNSURE), SENT);
            send("warnings", warning("c", 1, Verdict.LIKELY_SCAM), SENT);
            assertTrue(lines.readLine().contains("\"c\""), "the other one is not wanted");
            send("warnings", warning("c", 2, Verdict.LIKELY_SCAM), SENT);
            assertTrue(lines.readLine().contains("\"c\""));
            following.interrupt();
            following.join();
        }
        assertEquals(ExitCode.GOOD, exitCode[0], err::toString);
    }

    private int follow(PipedWriter to) {
        return Lurewatch.commandLine(HOME, Terminal.NONE, BundleLoader::load)
                .setOut(new PrintWriter(to))
                .setErr(new PrintWriter(err))
                .execute(
                        "warnings",
                        "follow",
                        "--since",
                        "2026-11-20",
                        "--verdict",
                        "likely-scam",
                        "--format",
                        "csv",
                        "--kafka",
                        kafka.bootstrapServers());
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--kafka", kafka.bootstrapServers()));
        return CommandRun.of(HOME, out, err, all);
    }

    private static ScamWarning warning(String postingId, int revision, Verdict verdict) {
        return ScamWarning.newBuilder(ExampleWarnings.warning())
                .setWarningId(WarningEncoder.warningId("board", postingId))
                .setPostingId(postingId)
                .setRevision(revision)
                .setVerdict(verdict)
                .build();
    }

    private void send(String topic, ScamWarning warning, Instant time) throws Exception {
        send(topic, new String(WarningEncoder.key(warning), UTF_8), encode(warning), time);
    }

    private void send(String topic, String key, byte[] value, Instant time) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(address(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, null, time.toEpochMilli(), key.getBytes(UTF_8), value))
                    .get();
        }
    }

    private Map<String, Object> address() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    @SuppressWarnings("unchecked") // of its own class
    private static <T extends SpecificRecordBase> byte[] encode(T record) {
        return SingleObjectEncoding.of((Class<T>) record.getClass(), WriterSchemas.known())
                .encode(record);
    }
}
