package org.lurewatch.cli.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.codec.examples.ExampleControl.A;
import static org.lurewatch.codec.examples.ExampleControl.B;
import static org.lurewatch.codec.examples.ExampleControl.NOON;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.codec.ValueReader;
import org.lurewatch.codec.examples.ExampleControl;
import org.lurewatch.desk.control.BundlePlace;
import org.lurewatch.desk.control.ControlTopics;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.RecordSender;
import org.lurewatch.desk.lists.ListFile;
import org.lurewatch.desk.lists.ListFollower;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.intake.json.PostingJson;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.lab.examples.DemoRecords;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.Disagreement;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/** Commands about bundles go to a real broker, and what a job would answer is read from it. */
class ControlCommandsIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final byte[] BROKEN = "no status".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EmbeddedKafka kafka;

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start();
        TestingTopics.create(address(), 1, "control");
        TestingTopics.create(address(), 2, "control-status");
    }

    @AfterEach
    void stop() throws Exception {
        kafka.close();
    }

    @Test
    void commandsAreWrittenAsTheJobReadsThem() {
        String digest = BundleLoader.identify(HOME.baselineBundle()).digest();
        String bundle = HOME.baselineBundle().toString();

        assertEquals(0, give("publish", "--bundle", bundle, "--reason", "first", "--wait", "0"), err::toString);
        assertEquals(
                0, give("champion", digest.substring(0, 8).toUpperCase(Locale.ROOT), "--wait", "0"), err::toString);
        assertEquals(0, give("canary", B, "--share", "0.05", "--wait", "0"), err::toString);
        assertEquals(0, give("rollback", "--wait", "0"), err::toString);

        List<ConsumerRecord<byte[], byte[]>> written = new ArrayList<>();
        new KafkaTopic(settings(), "control").forEach(written::add);
        List<ControlCommand> commands = written.stream()
                .map(record -> decode(ControlCommand.class, record.value()))
                .toList();
        ControlCommand publish = commands.get(0);
        assertEquals(ControlAction.PUBLISH, publish.getAction());
        assertEquals(digest, publish.getDigest());
        assertEquals(BundlePlace.uri(HOME.baselineBundle()), publish.getUri());
        assertEquals("ana", publish.getIssuedBy());
        assertEquals("first", publish.getReason());
        assertEquals(ControlAction.CHAMPION, commands.get(1).getAction());
        assertEquals(digest, commands.get(1).getDigest());
        assertEquals(B, commands.get(2).getDigest());
        assertEquals(0.05, commands.get(2).getShare());
        assertEquals(ControlAction.ROLLBACK, commands.get(3).getAction());
        assertEquals("", commands.get(3).getDigest());
        assertEquals(
                4,
                written.stream()
                        .map(record -> new String(record.key(), UTF_8))
                        .distinct()
                        .count());
        assertEquals(publish.getCommandId(), new String(written.get(0).key(), UTF_8));
        assertTrue(out.toString().contains("rollback, says ana"), out::toString);
    }

    @Test
    void theExitCodeTellsWhatTheJobAnswered() throws Exception {
        CompletableFuture<Void> accepting = answerTheNext(0, true);
        assertEquals(0, give("champion", A), err::toString);
        accepting.get();
        assertTrue(out.toString().contains("done: of command "), out::toString);

        CompletableFuture<Void> refusing = answerTheNext(1, false);
        assertEquals(4, give("shadow", A), err::toString);
        refusing.get();
        assertTrue(out.toString().contains("refused: of command "), out::toString);

        assertEquals(5, give("withdraw", "--wait", "1"));
        assertTrue(err.toString().contains("no answer yet after 1 s"), err::toString);
    }

    @Test
    void theStateAndTheHistoryAreReadPastBrokenRecords() throws Exception {
        ControlCommand publish = ExampleControl.command("1", ControlAction.PUBLISH, A);
        ControlCommand champion = ExampleControl.command("2", ControlAction.CHAMPION, A);
        send("control", "1", encode(ControlCommand.class, publish));
        send("control", "x", "{\"action\": \"champion\"}".getBytes(UTF_8));
        send("control", "2", encode(ControlCommand.class, champion));
        send("control", "3", """
                {"commandId": "3", "action": "shadow", "digest": "%s"}""".formatted(B).getBytes(UTF_8));
        send("control-status", "x", encode(ControlStatus.class, ExampleControl.answer(publish, true, null, NOON)));
        send("control-status", "x", BROKEN);
        send("control-status", "x", encode(ControlStatus.class, ExampleControl.answer(champion, true, A, NOON)));
        send(
                "control-status",
                "",
                encode(
                        ControlStatus.class,
                        ExampleControl.summary(A, B, NOON, new Disagreement("es", 1_000L, 3L, 7L))));

        assertEquals(0, run("control", "status"), err::toString);
        assertTrue(out.toString().startsWith("champion aaaaaaaaaaaa at file:///bundles/1\n"), out::toString);
        assertTrue(out.toString().contains("es                  1,000              3            7"), out::toString);
        assertTrue(out.toString().contains("1 records on topic control-status are no statuses"), out::toString);

        assertEquals(0, run("control", "history"), err::toString);
        assertTrue(out.toString().contains("shadow bbbbbbbbbbbb\n  no answer is known\n"), out::toString);
        assertTrue(out.toString().contains("champion aaaaaaaaaaaa, says ana\n  done: of command 2\n"), out::toString);
        assertTrue(out.toString().contains("1 records on topic control are no commands"), out::toString);
    }

    @Test
    void whatComesIsFollowed() throws Exception {
        Thread following = new Thread(() -> run("control", "status", "--follow"));
        following.start();
        awaitOutput(following, "no status yet on topic control-status");
        send("control-status", "x", BROKEN);
        send("control-status", "x", encode(ControlStatus.class, ExampleControl.trouble("A is gone", A, NOON)));

        awaitOutput(following, "2026-11-20T12:00:00Z trouble: A is gone");
        following.interrupt();
        following.join();
    }

    @Test
    void aBundleThatTheJobCouldNotUseIsRefusedBeforeAnythingIsSent() throws Exception {
        Path bad = CopiedBundle.of(HOME.baselineBundle(), folder.resolve("bad"));
        Files.writeString(bad.resolve("lexicon.tsv"), "broken");
        Files.writeString(bad.resolve("places.tsv"), "broken");

        assertEquals(1, give("publish", "--bundle", bad.toString()));
        assertTrue(err.toString().contains("lexicon.tsv is not the file"), err::toString);
        assertTrue(err.toString().contains("places.tsv is not the file"), err::toString);
        assertEquals(1, give("publish", "--bundle", HOME.baselineBundle().toString(), "--digest", A));
        assertTrue(err.toString().contains(", not " + A), err::toString);
        assertEquals(1, give("champion", "cccccccc"));
        assertTrue(err.toString().contains("no bundle that was published has a digest"), err::toString);
        assertEquals(2, give("publish", "--bundle", "s3://bucket/b"));
        assertTrue(err.toString().contains("needs --digest"), err::toString);
        assertEquals(2, give("publish", "--bundle", "s3://bucket/b", "--digest", "cccccccc"));
        assertEquals(2, give("champion", "champion"));
        assertEquals(2, give("canary", A, "--share", "NaN"));
        assertEquals(2, give("withdraw", "--wait", "-1"));
        assertEquals(2, give("withdraw", "--reason", "x".repeat(1_001)));

        new KafkaTopic(settings(), "control").forEach(record -> {
            throw new AssertionError("nothing was to be sent");
        });
        assertEquals(0, give("publish", "--bundle", "s3://bucket/b", "--digest", A, "--wait", "0"), err::toString);
    }

    @Test
    void whereTheTopicIsMissingAFollowerOfListsSaysWhoMakesIt() throws Exception {
        BlockingQueue<String> troubles = new LinkedBlockingQueue<>();
        try (ListFollower follower =
                ListFollower.start(new ControlTopics(settings(), "nowhere", "nowhere-status"), troubles::add)) {
            String trouble = troubles.take();
            assertTrue(
                    trouble.endsWith("has no topic nowhere: the job creates it at its start, where its settings say"
                            + " control.enabled: true"),
                    trouble);
            assertEquals(List.of(), follower.get().entries());
        }
    }

    @Test
    void listsAreWrittenReadFollowedAndCarriedFromFileToFile() throws Exception {
        ControlTopics topics = new ControlTopics(settings(), "control", "control-status");
        List<String> troubles = new CopyOnWriteArrayList<>();
        try (ListFollower follower = ListFollower.start(topics, troubles::add)) {
            assertTrue(follower.awaitFirst(Duration.ofMinutes(2)), troubles::toString);
            assertEquals(0, list("add", "block", "domain", "Bad-HR.example", "--until", "2999-01-01"), err::toString);
            send("control", "x", "{\"action\": \"block\"}".getBytes(UTF_8));
            assertEquals(0, list("add", "allow", "employer", "Blue Harbour"), err::toString);
            while (follower.get().entries().size() < 2) {
                assertEquals(List.of(), troubles);
                Thread.onSpinWait();
            }
        }
        assertEquals(2, list("add", "block", "domain", "gmail.com"));
        assertTrue(err.toString().contains("list that as a handle"), err::toString);
        assertEquals(2, list("add", "block", "employer", "Blue Harbour", "--until", "2020-01-01"));
        assertEquals(2, list("add", "grey", "employer", "Blue Harbour"));

        assertEquals(0, run("lists", "list"), err::toString);
        assertTrue(out.toString().contains("block  domain    Bad-HR.example"), out::toString);
        assertEquals(0, run("lists", "export"), err::toString);
        Path file = Files.writeString(folder.resolve("lists.jsonl"), out.toString());
        assertEquals(0, list("remove", "domain", "bad-hr.example"), err::toString);
        assertEquals(0, run("lists", "list"), err::toString);
        assertFalse(out.toString().contains("Bad-HR.example"), out::toString);
        assertEquals(0, run("lists", "import", "" + file), err::toString);
        assertTrue(out.toString().startsWith("1 of 2 entries sent"), out::toString);
        assertEquals(2, ListFile.read(file, NOON).size());
        assertEquals(0, run("lists", "export"), err::toString);
        assertEquals(Files.readString(file), out.toString());

        List<String> keys = new ArrayList<>();
        new KafkaTopic(settings(), "control").forEach(record -> keys.add(new String(record.key(), UTF_8)));
        assertEquals(
                List.of(
                        "list/domain/bad-hr.example",
                        "x",
                        "list/employer/blue harbour",
                        "list/domain/bad-hr.example",
                        "list/domain/bad-hr.example"),
                keys,
                "a compacted topic keeps the newest of each entry");
        assertEquals(0, run("control", "history"), err::toString);
        assertTrue(out.toString().contains("unlist domain bad-hr.example, says ana: complaints"), out::toString);
    }

    private int list(String... arguments) {
        List<String> all = new ArrayList<>(List.of("lists"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--by", "ana", "--reason", "complaints", "--wait", "0"));
        return run(all.toArray(new String[0]));
    }

    @Test
    void aMissingTopicIsNamed() throws Exception {
        assertEquals(1, run("control", "status", "--control-topic", "contrl"));
        assertTrue(err.toString().contains("has no topic contrl: the job creates it"), err::toString);
        assertEquals(1, give("withdraw", "--status-topic", "statuses"));
        assertTrue(err.toString().contains("has no topic statuses"), err::toString);
    }

    @Test
    void aWarningIsReplayedWithTheBundleThatDecidedFromWhereItWasPublished() throws Exception {
        TestingTopics.create(address(), 1, "postings", "warnings");
        Path deciding = CopiedBundle.of(HOME.baselineBundle(), folder.resolve("deciding"));
        send("postings", "1", PostingJson.line(lure()).getBytes(UTF_8));
        assertEquals(
                0,
                run("sweep", "--from", "2020-01-01", "--to", "2100-01-01", "--bundle", "" + deciding),
                err::toString);
        String warningId = warningId();

        assertEquals(1, run("explain", "--replay", "--warning-id", warningId));
        assertTrue(err.toString().contains("--bundle DIR; topic control does not say where it lies"), err::toString);

        assertEquals(0, give("publish", "--bundle", "" + deciding, "--wait", "0"), err::toString);
        assertEquals(0, run("explain", "--replay", "--warning-id", warningId), err::toString);
        assertTrue(
                out.toString().contains("which topic control says is at " + BundlePlace.uri(deciding)), out::toString);
        assertTrue(out.toString().contains("the same, bit for bit"), out::toString);

        Files.delete(deciding.resolve(BundleLoader.MANIFEST));
        assertEquals(1, run("explain", "--replay", "--warning-id", warningId));
        assertTrue(err.toString().contains("where this machine does not find it"), err::toString);
        assertFalse(out.toString().contains("Replayed"), out::toString);
    }

    /** As the job would: after something broken and the answer to another command. */
    private CompletableFuture<Void> answerTheNext(int before, boolean accepted) {
        return CompletableFuture.runAsync(() -> {
            List<ControlCommand> commands = new ArrayList<>();
            while (commands.size() <= before) {
                commands.clear();
                new KafkaTopic(settings(), "control")
                        .forEach(record -> commands.add(decode(ControlCommand.class, record.value())));
            }
            ControlCommand other = ExampleControl.command("other", ControlAction.WITHDRAW, "");
            ControlCommand next = commands.get(before);
            send("control-status", "x", encode(ControlStatus.class, ExampleControl.answer(other, !accepted, A, NOON)));
            send("control-status", "x", BROKEN);
            send("control-status", "x", encode(ControlStatus.class, ExampleControl.answer(next, accepted, A, NOON)));
        });
    }

    private void awaitOutput(Thread command, String said) throws InterruptedException {
        while (!out.toString().contains(said)) {
            assertTrue(command.isAlive(), () -> out + "" + err);
            command.join(20);
        }
    }

    private static JobPosting lure() {
        Detector detector = BundleLoader.load(HOME.baselineBundle());
        return DemoRecords.read(HOME.writtenExamples()).stream()
                .flatMap(record -> record.example().stream())
                .map(LabelledPosting::posting)
                .filter(posting -> detector.assess(posting).isWarning())
                .findFirst()
                .orElseThrow();
    }

    private String warningId() {
        List<String> ids = new ArrayList<>();
        new KafkaTopic(settings(), "warnings")
                .forEach(record ->
                        ids.add(decode(ScamWarning.class, record.value()).getWarningId()));
        return ids.get(0);
    }

    private int give(String... arguments) {
        List<String> all = new ArrayList<>(List.of("control"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--by", "ana"));
        if (!all.contains("--wait")) {
            all.addAll(List.of("--wait", "600"));
        }
        return run(all.toArray(new String[0]));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--kafka", kafka.bootstrapServers()));
        return CommandRun.of(HOME, out, err, all);
    }

    private Map<String, Object> address() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private void send(String topic, String key, byte[] value) {
        new RecordSender(settings()).send(topic, key, value, "an example");
    }

    private Map<String, String> settings() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static <T extends SpecificRecordBase> byte[] encode(Class<T> type, T record) {
        return SingleObjectEncoding.of(type, WriterSchemas.known()).encode(record);
    }

    private static <T extends SpecificRecordBase> T decode(Class<T> type, byte[] value) {
        return new ValueReader<>(type).read(value, null).orElseThrow();
    }
}
