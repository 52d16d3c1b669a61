package org.lurewatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.TopicValues;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.bundle.BundleWriter;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.json.FileRecord;
import org.lurewatch.intake.json.PostingJson;
import org.lurewatch.intake.json.RecordStream;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.intake.labels.LabelledPostingReader;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.lab.examples.DemoRecords;
import org.lurewatch.schemas.Bundle;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.Verdict;
import org.lurewatch.schemas.WriterSchemas;

/** The commands that look at Kafka, on a real broker and with the committed bundle. */
class KafkaCommandsIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final Instant SENT = Instant.parse("2026-11-20T08:00:00Z");
    private static final List<String> SPAN = List.of("--from", "2026-11-20", "--to", "2026-11-21");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EmbeddedKafka kafka;
    private JobPosting lure;
    private JobPosting honest;

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start();
        Detector detector = BundleLoader.load(HOME.baselineBundle());
        List<JobPosting> examples = DemoRecords.read(HOME.writtenExamples()).stream()
                .flatMap(record -> record.example().stream())
                .map(LabelledPosting::posting)
                .toList();
        lure = first(examples, posting -> detector.assess(posting).isWarning());
        honest = first(
                examples,
                posting -> detector.assess(posting).verdict() == org.lurewatch.detection.assess.Verdict.NO_SIGN_FOUND);
        TestingTopics.create(address(), 1, "postings", "warnings", "reviews");
    }

    @AfterEach
    void stop() throws Exception {
        kafka.close();
    }

    @Test
    void aSweepWarnsOfWhatWasMissedTakesBackWhatNoLongerHoldsAndDoesSoOnce() throws Exception {
        send("postings", PostingJson.line(lure).getBytes(UTF_8), SENT);
        send("postings", PostingJson.line(honest).getBytes(UTF_8), SENT);
        send("postings", "no posting".getBytes(UTF_8), SENT);
        send(
                "postings",
                PostingJson.line(lure).replace(lure.identifier(), "later").getBytes(UTF_8),
                SENT.plusSeconds(90_000));
        ScamWarning wrong = ScamWarning.newBuilder(ExampleWarnings.warning())
                .setWarningId(WarningEncoder.warningId(honest.source(), honest.identifier()))
                .setSource(honest.source())
                .setPostingId(honest.identifier())
                .build();
        send("warnings", encode(wrong), SENT);
        Path report = folder.resolve("report.json");

        assertEquals(0, run("sweep", "--dry-run"), err::toString);
        assertTrue(out.toString().contains("1 first warnings, 1 changed warnings to send"), out::toString);
        assertEquals(1, warnings().size(), "a dry run sends nothing");

        assertEquals(0, run("sweep", "--report", "" + report), err::toString);
        List<ScamWarning> sent = warnings().subList(1, warnings().size());
        assertEquals(2, sent.size());
        ScamWarning late = first(sent, warning -> warning.getPostingId().equals(lure.identifier()));
        assertEquals(1, late.getRevision());
        assertTrue(late.getRevisionReason().startsWith("history sweep with bundle "), late::getRevisionReason);
        ScamWarning retraction = first(sent, warning -> warning.getPostingId().equals(honest.identifier()));
        assertEquals(2, retraction.getRevision());
        assertEquals(Verdict.NO_SIGN_FOUND, retraction.getVerdict());
        String written = Files.readString(report);
        assertTrue(written.contains("\"LIKELY_SCAM -> NO_SIGN_FOUND\" : 1"), written);
        assertTrue(written.contains("\"REJECTED\" : 1"), written);

        assertEquals(0, run("sweep"), err::toString);
        assertTrue(out.toString().contains("0 first warnings, 0 changed warnings sent"), out::toString);
        assertEquals(3, warnings().size(), "the second sweep with the same bundle sends nothing");
    }

    @Test
    void aPreviewReadsThePostingsOfTheLastDayAndSendsNothing() throws Exception {
        Instant now = Instant.now();
        String line = PostingJson.line(lure);
        send("postings", line.replace(lure.identifier(), "older").getBytes(UTF_8), now.minusSeconds(100_000));
        send("postings", line.getBytes(UTF_8), now.minusSeconds(3_600));
        send("postings", PostingJson.line(honest).getBytes(UTF_8), now);
        send("postings", "no posting".getBytes(UTF_8), now);
        Path own = folder.resolve("strict");
        Files.createDirectories(own);
        BundleWriter.copy(
                HOME.baselineBundle(),
                own,
                "strict",
                withoutWarnings(BundleLoader.policies(HOME.baselineBundle())),
                BundleLoader.languages(HOME.baselineBundle()),
                Map.of());

        assertEquals(0, run("preview", "" + own, "--since", "1d"), err::toString);

        assertTrue(out.toString().startsWith("2 postings, and 1 records that cannot be used"), out::toString);
        assertTrue(out.toString().contains("0 warnings more"), out::toString);
        assertTrue(out.toString().contains("1 warning fewer"), out::toString);
        assertTrue(out.toString().contains("/" + lure.identifier()), out::toString);
        assertEquals(0, warnings().size());

        assertEquals(0, run("preview", "" + own, "--since", "2d"), err::toString);
        assertTrue(out.toString().startsWith("3 postings"), out::toString);
    }

    /** The same with lines that hardly any posting is over. */
    private static Policies withoutWarnings(Policies policies) {
        SortedMap<String, Policies.Lines> lines = new TreeMap<>();
        policies.lines()
                .forEach((name, each) -> lines.put(name, new Policies.Lines(0.001, 0.05, 0.9999, 0.9999, true)));
        return new Policies(policies.trainedPrior(), policies.baseRate(), policies.about(), lines, policies.honest());
    }

    @Test
    void aWarningIsExplainedAndReplayedBitForBitUntilItsRecordIsGone() throws Exception {
        send("postings", PostingJson.line(lure).getBytes(UTF_8), SENT);
        send("postings", PostingJson.line(honest).getBytes(UTF_8), SENT);
        assertEquals(0, run("sweep"), err::toString);
        ScamWarning warning = warnings().get(0);

        assertEquals(0, run("explain", "--replay", "--warning-id", warning.getWarningId()), err::toString);
        assertTrue(out.toString().contains("the same, bit for bit"), out::toString);

        ScamWarning tampered = ScamWarning.newBuilder(warning)
                .setScore(Math.nextDown(warning.getScore()))
                .setOwnScore(Math.nextDown(warning.getScore()))
                .build();
        Path json = Files.writeString(folder.resolve("warning.json"), tampered.toString());
        assertEquals(1, run("explain", "--replay", "" + json));
        assertTrue(out.toString().contains("Replayed: NOT the same."), out::toString);

        ScamWarning ofAnotherBundle = ScamWarning.newBuilder(warning)
                .setBundle(Bundle.newBuilder()
                        .setVersion("older")
                        .setDigest("ab12")
                        .build())
                .build();
        Files.writeString(json, ofAnotherBundle.toString());
        assertEquals(1, run("explain", "--replay", "" + json));
        assertTrue(err.toString().contains("was decided by bundle older (digest ab12)"), err::toString);

        try (Admin admin = Admin.create(address())) {
            admin.deleteRecords(Map.of(new TopicPartition("postings", 0), RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }
        assertEquals(1, run("explain", "--replay", "--warning-id", warning.getWarningId()));
        assertTrue(
                err.toString().contains("offset 0 is gone: the topic keeps records from offset 1 on"), err::toString);
    }

    @Test
    void whatReviewersSayBecomesExamplesThatTrainReads() throws Exception {
        send("postings", PostingJson.line(lure).getBytes(UTF_8), SENT);
        send("postings", PostingJson.line(honest).getBytes(UTF_8), SENT);
        send(
                "warnings",
                encode(ScamWarning.newBuilder(ExampleWarnings.warning())
                        .setSource(lure.source())
                        .setPostingId(lure.identifier())
                        .setCampaignId("c-1")
                        .build()),
                SENT);
        review("--campaign", "c-1", "scam", "ana");
        review("--posting", key(honest), "legitimate", "ana");
        review("--posting", "board/gone", "scam", "ana");
        review("--posting", "board/unclear", "scam", "ana");
        review("--posting", "board/unclear", "legitimate", "bea");
        send("reviews", "no review".getBytes(UTF_8), SENT);
        Path file = folder.resolve("reviews.jsonl");

        assertEquals(0, run("reviews", "export", "--out", "" + file), err::toString);

        assertTrue(out.toString().contains("2 examples"), out::toString);
        assertTrue(
                out.toString()
                        .contains("left out: 1 disputed, 0 waiting for a second opinion, 1 no longer on the topic"),
                out::toString);
        assertTrue(out.toString().contains("1 records on topic reviews are no reviews"), out::toString);
        Map<String, LabelledPosting> read = read(file);
        assertEquals(2, read.size());
        assertEquals(Label.SCAM, read.get(key(lure)).label());
        assertEquals("c-1", read.get(key(lure)).group());
        assertEquals(lure, read.get(key(lure)).posting());
        assertEquals(Label.LEGITIMATE, read.get(key(honest)).label());
        assertEquals(key(honest), read.get(key(honest)).group());
    }

    @Test
    void aTopicThatIsMissingIsNamed() {
        assertEquals(1, run("reviews", "export", "--out", "" + folder.resolve("x"), "--reviews-topic", "reviewz"));
        assertTrue(err.toString().contains("has no topic reviewz"), err::toString);
    }

    private void review(String option, String target, String judgement, String reviewer) {
        assertEquals(0, run("review", option, target, "--judgement", judgement, "--reviewer", reviewer), err::toString);
    }

    private static Map<String, LabelledPosting> read(Path file) throws Exception {
        Map<String, LabelledPosting> examples = new LinkedHashMap<>();
        LabelledPostingReader reader = new LabelledPostingReader(PostingLimits.DEFAULT);
        try (RecordStream records = RecordStream.open(file, PostingLimits.DEFAULT)) {
            for (Optional<FileRecord> next = records.next(); next.isPresent(); next = records.next()) {
                LabelledPosting example = reader.read(next.get());
                examples.put(key(example.posting()), example);
            }
        }
        return examples;
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--kafka", kafka.bootstrapServers()));
        if (arguments[0].equals("sweep")) {
            all.addAll(SPAN);
            all.addAll(List.of("--bundle", HOME.baselineBundle().toString(), "--parallelism", "2"));
        }
        return CommandRun.of(HOME, out, err, all);
    }

    private List<ScamWarning> warnings() {
        List<ScamWarning> warnings = new ArrayList<>();
        TopicValues<ScamWarning> values = new TopicValues<>(ScamWarning.class);
        new KafkaTopic(Map.of("bootstrap.servers", kafka.bootstrapServers()), "warnings")
                .forEach(record -> warnings.add(values.read(record).orElseThrow()));
        return warnings;
    }

    private void send(String topic, byte[] value, Instant time) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(address(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, null, time.toEpochMilli(), null, value))
                    .get();
        }
    }

    private Map<String, Object> address() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static byte[] encode(ScamWarning warning) {
        return SingleObjectEncoding.of(ScamWarning.class, WriterSchemas.known()).encode(warning);
    }

    private static String key(JobPosting posting) {
        return posting.source() + "/" + posting.identifier();
    }

    private static <T> T first(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst().orElseThrow();
    }
}
