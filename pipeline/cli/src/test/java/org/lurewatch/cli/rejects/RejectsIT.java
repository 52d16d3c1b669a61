package org.lurewatch.cli.rejects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.cli.demo.DemoCommand;
import org.lurewatch.codec.ByteArrays;
import org.lurewatch.codec.examples.ExampleRejects;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.lab.minicluster.LocalJob;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** Rejects are listed and sent back on a real broker; where it matters with the real job. */
class RejectsIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final String GOOD = "{\"identifier\": \"%s\", \"description\": \"waiter wanted\"}";
    private static final String HOSTILE = "{\"identifier\": \"x\u202E\", \"title\": \"\u001B]0;owned\u0007\"";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EmbeddedKafka kafka;

    @BeforeEach
    void start() {
        kafka = EmbeddedKafka.start();
    }

    @AfterEach
    void stop() throws Exception {
        kafka.close();
    }

    @Test
    void whatTheJobRejectedIsToldHarmlessAndWhatWasMendedGoesThroughItOnce() throws Exception {
        JobConfig config = DemoCommand.config(
                kafka.bootstrapServers(),
                HOME.baselineBundle(),
                folder.resolve("state").toUri() + "");
        try (LocalJob job = LocalJob.start(config)) {
            send("postings", null, GOOD.formatted("a").getBytes(UTF_8));
            send("postings", "k".getBytes(UTF_8), HOSTILE.getBytes(UTF_8));
            send("postings", null, new byte[] {(byte) 0xC3, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8});
            send("postings", null, GOOD.formatted("b").getBytes(UTF_8));
            job.await(() -> job.counters().sum(FlowCounters.CLEARED) == 2);
            job.await(() -> records("postings-rejected").size() == 2);

            assertEquals(0, run("list"), err::toString);
            String list = out.toString();
            assertTrue(
                    list.contains("rejects: 2 (1 MALFORMED_JSON, 1 UNKNOWN_SCHEMA); 2 listed here, 0 sent back"), list);
            assertTrue(list.contains("value hex C3010001"), list);
            assertTrue(list.contains("key   k"), list);
            assertTrue(list.chars().allMatch(unit -> unit == '\n' || unit >= ' ' && unit < 0x7F), list);

            assertEquals(0, run("list", "--json", "--reason", "malformed_json"), err::toString);
            String line = out.toString();
            assertTrue(line.chars().allMatch(unit -> unit == '\n' || unit >= ' ' && unit < 0x7F), line);
            // The person takes the control characters out, gives it a text, and closes the object.
            String mended = line.replace(
                    "\\u001B]0;owned\\u0007\\\"", "owned\\\", \\\"description\\\": \\\"waiter wanted\\\"}");
            Path file = Files.writeString(folder.resolve("mended.jsonl"), mended);

            assertEquals(0, run("replay", "--mended", "" + file), err::toString);
            assertTrue(out.toString().contains("sent back: 1\n"), out::toString);
            job.await(() -> job.counters().sum(FlowCounters.CLEARED) == 3);
            ConsumerRecord<byte[], byte[]> sent = last("postings", "lurewatch-replay");
            assertArrayEquals("k".getBytes(UTF_8), sent.key());
            assertEquals(
                    sent.partition() + "",
                    new String(sent.headers().lastHeader("lurewatch-replay").value(), UTF_8).split("/")[1]);

            assertEquals(0, run("replay", "--mended", "" + file), err::toString);
            assertTrue(out.toString().contains("sent back: 0\n"), out::toString);
            assertTrue(out.toString().contains("sent back before: 1\n"), out::toString);
            assertEquals(0, run("list"), err::toString);
            assertTrue(out.toString().contains("2 listed here, 1 sent back"), out::toString);
            assertEquals(5, records("postings").size());
        }
    }

    @Test
    void whatBecameAcceptableIsSentBackOnceAndTheRestIsToldByReason() throws Exception {
        topics();
        String large = GOOD.formatted("large").replace("waiter", "waiter ".repeat(200_000));
        send("postings", "kept".getBytes(UTF_8), large.getBytes(UTF_8));
        RejectedPosting kept = reject(0, RejectReason.POSTING_TOO_LARGE, "kept", large);
        sendReject(ExampleRejects.cut(kept, 1000));
        sendReject(ExampleRejects.cut(reject(77, RejectReason.POSTING_TOO_LARGE, "gone", large), 1000));
        sendReject(reject(2, RejectReason.UNKNOWN_SCHEMA, "board/1", GOOD.formatted("known-now")));
        sendReject(reject(2, RejectReason.UNKNOWN_SCHEMA, "board/1", GOOD.formatted("known-now")));
        sendReject(reject(3, RejectReason.NO_TEXT, "board/1", "{\"identifier\": \"3\"}"));
        sendReject(RejectedPosting.newBuilder(reject(4, RejectReason.MALFORMED_JSON, "r", "no review"))
                .setTopic("reviews")
                .build());

        assertEquals(0, run("replay", "--dry-run"), err::toString);
        assertTrue(out.toString().contains("would be sent back: 1\n"), out::toString);
        assertEquals(1, records("postings").size(), "a dry run sends nothing");

        assertEquals(0, run("replay"), err::toString);
        assertEquals("""
                sent back: 1
                still unacceptable: 2 (1 POSTING_TOO_LARGE, 1 NO_TEXT)
                sent back before: 0
                gone: 1 (postings/0/77)
                from other topics, not postings: 1
                on the topic twice: 1
                """, out.toString().replace(System.lineSeparator(), "\n"));

        String[] raised = {"replay", "--max-posting-bytes", "4000000", "--max-field-chars", "4000000"};
        assertEquals(0, runAll(raised), err::toString);
        assertTrue(out.toString().contains("sent back: 1\nstill unacceptable: 1 (1 NO_TEXT)\nsent back before: 1\n"));
        assertEquals(0, runAll(raised), err::toString);
        assertTrue(out.toString().contains("sent back: 0\nstill unacceptable: 1 (1 NO_TEXT)\nsent back before: 2\n"));
        List<ConsumerRecord<byte[], byte[]>> postings = records("postings");
        assertEquals(3, postings.size());
        assertArrayEquals(large.getBytes(UTF_8), postings.get(2).value());
        assertArrayEquals("kept".getBytes(UTF_8), postings.get(2).key());
    }

    @Test
    void whatIsSentBackIsRememberedEvenWhenThePostingsAreNoLongerKept() throws Exception {
        topics();
        sendReject(reject(0, RejectReason.UNKNOWN_SCHEMA, "board/1", GOOD.formatted("1")));
        assertEquals(0, run("replay"), err::toString);
        try (Admin admin = Admin.create(address())) {
            admin.deleteRecords(Map.of(new TopicPartition("postings", 0), RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }
        assertEquals(0, run("replay"), err::toString);
        assertTrue(out.toString().contains("sent back: 0\n"), out::toString);
        assertTrue(records("postings").isEmpty());
    }

    @Test
    void aReplayWaitsForOpenTransactionsForTheyHideWhatWasSentBack() throws Exception {
        topics();
        sendReject(reject(0, RejectReason.UNKNOWN_SCHEMA, "board/1", GOOD.formatted("1")));
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "transactional.id",
                "the-job",
                // So that it is open until the test ends it.
                "transaction.timeout.ms",
                "600000");
        try (KafkaProducer<byte[], byte[]> job =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            job.initTransactions();
            job.beginTransaction();
            job.send(new ProducerRecord<>(
                            "postings-rejected",
                            encode(reject(9, RejectReason.UNKNOWN_SCHEMA, "board/9", GOOD.formatted("9")))))
                    .get();

            assertEquals(1, run("replay", "--wait", "1"));
            assertTrue(err.toString().contains("a transaction is still open after 1 s"), err::toString);
            assertTrue(records("postings").isEmpty());

            job.commitTransaction();
        }
        assertEquals(0, run("replay", "--wait", "600"), err::toString);
        assertTrue(out.toString().contains("sent back: 2\n"), out::toString);
    }

    @Test
    void whatKafkaRefusesForItsSizeHoldsUpNothingElse() throws Exception {
        topics();
        String large = GOOD.formatted("large").replace("waiter", "w".repeat(9 << 20));
        sendReject(reject(0, RejectReason.UNKNOWN_SCHEMA, "board/1", GOOD.formatted("1")));
        sendReject(reject(1, RejectReason.MALFORMED_JSON, "board/2", "{"));
        sendReject(reject(2, RejectReason.UNKNOWN_SCHEMA, "board/3", GOOD.formatted("3")));
        Path mended = folder.resolve("mended.jsonl");
        Files.writeString(
                mended,
                mended(0, GOOD.formatted("1")) + "\n" + mended(1, large) + "\n" + mended(2, GOOD.formatted("3"))
                        + "\n");

        int exitCode = run(
                "replay", "--mended", "" + mended, "--max-posting-bytes", "20000000", "--max-field-chars", "20000000");

        assertEquals(3, exitCode, err::toString);
        assertTrue(out.toString().startsWith("sent back: 2\n"), out::toString);
        assertTrue(out.toString().contains("too large for Kafka: 1 (postings/0/1)"), out::toString);
        assertEquals(2, records("postings").size());
    }

    @Test
    void aMendedValueThatIsNoPostingSendsNothing() throws Exception {
        topics();
        sendReject(reject(0, RejectReason.NO_TEXT, "board/1", "{\"identifier\": \"1\"}"));
        Path mended = folder.resolve("mended.jsonl");
        Files.writeString(mended, mended(0, GOOD.formatted("1")) + "\n" + mended(1, "still broken") + "\n");

        assertEquals(1, run("replay", "--mended", "" + mended));

        assertTrue(err.toString().contains("line 2: UNKNOWN_FORMAT"), err::toString);
        assertTrue(records("postings").isEmpty());
    }

    @Test
    void aTopicThatIsMissingIsNamed() {
        assertEquals(1, run("list"));
        assertTrue(err.toString().contains("has no topic postings-rejected"), err::toString);
        assertEquals(2, run("list", "--reason", "BORING"));
        assertFalse(err.toString().isEmpty());
    }

    private static String mended(long offset, String value) {
        return "{\"topic\": \"postings\", \"partition\": 0, \"offset\": " + offset + ", \"value\": \""
                + value.replace("\"", "\\\"") + "\"}";
    }

    private static RejectedPosting reject(long offset, RejectReason reason, String key, String value) {
        return RejectedPosting.newBuilder(ExampleRejects.reject(offset, reason, value))
                .setKey(ByteBuffer.wrap(key.getBytes(UTF_8)))
                .setKeySize(key.length())
                .build();
    }

    private void topics() throws Exception {
        TestingTopics.create(address(), 1, "postings", "postings-rejected");
    }

    private int run(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of("rejects", command, "--kafka", kafka.bootstrapServers()));
        all.addAll(List.of(arguments));
        if (command.equals("replay") && !all.contains("--wait")) {
            all.addAll(List.of("--wait", "600"));
        }
        return CommandRun.of(HOME, out, err, all);
    }

    private int runAll(String[] all) {
        return run(all[0], List.of(all).subList(1, all.length).toArray(new String[0]));
    }

    private ConsumerRecord<byte[], byte[]> last(String topic, String header) {
        return records(topic).stream()
                .filter(record -> record.headers().lastHeader(header) != null)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        new KafkaTopic(Map.of("bootstrap.servers", kafka.bootstrapServers()), topic).forEach(records::add);
        return records;
    }

    private void sendReject(RejectedPosting reject) throws Exception {
        send("postings-rejected", ByteArrays.of(reject.getKey()), encode(reject));
    }

    private static byte[] encode(RejectedPosting reject) {
        return SingleObjectEncoding.of(RejectedPosting.class, WriterSchemas.known())
                .encode(reject);
    }

    private void send(String topic, byte[] key, byte[] value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.request.size", 8_000_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private Map<String, Object> address() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}
