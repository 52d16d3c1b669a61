package org.lurewatch.cli.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.codec.CommandDecoder;
import org.lurewatch.desk.control.BundlePlace;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.TopicReader;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.control.WatchFunction;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.lab.examples.DemoRecord;
import org.lurewatch.lab.examples.DemoRecords;
import org.lurewatch.lab.examples.Replay;
import org.lurewatch.lab.minicluster.LocalJob;
import org.lurewatch.lab.minicluster.Settling;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.ShadowScore;

/** Bundles are published, refused, swapped and vetoed by way of a real broker while the job runs. */
class BundleControlIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private static final String SETTINGS = """
            kafka: {bootstrapServers: '${SERVERS}', createTopics: true, partitions: 2}
            delivery: at-least-once
            checkpoint: {interval: 500ms, directory: '${CHECKPOINTS}'}
            control: {enabled: true, veto: {minPostings: 60}}
            campaigns: {enabled: false}
            trends: {enabled: false}
            parallelism: 2
            """;

    private static final DemoRecord LISTED = new DemoRecord("listed", """
            {"identifier": "listed", "title": "Cook", "description": "A cook for the early shift in our kitchen.",
            "hiringOrganization": {"name": "BLUE harbour"}}""".getBytes(UTF_8), Optional.empty());

    private static final Map<String, Assessment> OFFLINE = assessed();

    private final List<DemoRecord> honest = examples(false);
    private final List<DemoRecord> scams = examples(true);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<ControlStatus> told = new ArrayList<>();
    private EmbeddedKafka kafka;
    private JobConfig config;
    private Path second;

    @TempDir
    private Path folder;

    @BeforeEach
    void startKafka() throws IOException {
        kafka = EmbeddedKafka.start();
        config = ConfigReader.parse(
                SETTINGS,
                Map.of(
                        "SERVERS",
                        kafka.bootstrapServers(),
                        "CHECKPOINTS",
                        folder.resolve("checkpoints").toUri().toString()));
        second = CopiedBundle.of(HOME.baselineBundle(), folder.resolve("the second"));
    }

    @AfterEach
    void stopKafka() throws Exception {
        kafka.close();
    }

    @Test
    void postingsWaitBundlesSwapAndAWildOneIsTakenBack() throws Exception {
        String a = BundleLoader.identify(HOME.baselineBundle()).digest();
        String b = BundleLoader.identify(second).digest();
        try (LocalJob job = LocalJob.start(config);
                Replay replay = new Replay(kafka.bootstrapServers());
                TopicReader<ControlStatus> statuses = reader("control-status", ControlStatus.class)) {
            replay.start("postings", honest).get();
            job.await(() -> job.counters().sum(FlowCounters.IN) == honest.size());
            assertEquals(0, job.counters().sum(FlowCounters.OF_IN), "without a bundle all wait");

            assertFalse(tell(replay, statuses, job, "1", "publish", b, HOME.baselineBundle())
                    .getAccepted());
            assertEquals(
                    0, run("control", "publish", "--by", "ann", "--bundle", "" + HOME.baselineBundle()), err::toString);
            assertTrue(tell(replay, statuses, job, "3", "publish", b, second).getAccepted());
            assertEquals(0, run("control", "champion", "--by", "ann", a.substring(0, 8)), err::toString);
            job.await(() -> job.counters().sum(FlowCounters.CLEARED) == honest.size());

            assertTrue(tell(replay, statuses, job, "5", "champion", b, second).getAccepted());
            assertEquals(
                    4,
                    run("control", "shadow", "--by", "ann", b.substring(0, 12)),
                    "the champion cannot be its own shadow");
            assertTrue(tell(replay, statuses, job, "7", "shadow", a, second).getAccepted());
            replay.start("postings", scams).get();
            job.await(() -> job.counters().sum(FlowCounters.WARNED) == scams.size());

            ControlStatus veto = awaitStatus(statuses, job, status -> status.getAction() == ControlAction.ROLLBACK);
            assertTrue(veto.getAccepted(), veto::getMessage);
            assertEquals(a, veto.getChampion(), "of 60 postings all were warned of, so the bundle was taken back");
            assertEquals(1, job.counters().sum(WatchFunction.VETOES));
            job.await(new Settling(job.counters(), honest.size() + scams.size())::isOver);

            assertEquals(
                    0,
                    run("lists", "add", "block", "employer", "Blue Harbour", "--by", "ann", "--reason", "complaints"),
                    err::toString);
            assertTrue(out.toString().contains("done: employer Blue Harbour is on the block list now"), out::toString);
            replayUntilWarnedOf(LISTED, replay, job);
        }
        assertToldToPeople(a, b);
        assertHistory(b);
        Map<Boolean, List<ScamWarning>> warnings = read("warnings", ScamWarning.class).stream()
                .collect(Collectors.partitioningBy(
                        warning -> warning.getPostingId().equals(LISTED.key())));
        assertWarnings(warnings.get(false), a, b);
        assertEquals(1, warnings.get(true).size());
        assertEquals(
                "list.block", warnings.get(true).get(0).getEvidence().get(0).getSignal());
        List<ShadowScore> shadowed = read("shadow-scores", ShadowScore.class);
        assertTrue(shadowed.size() >= 60, shadowed::toString);
        assertTrue(shadowed.stream()
                .allMatch(score ->
                        score.getChampion().getScore() == score.getShadow().getScore()
                                && score.getShadow().getDigest().equals(a)
                                && score.getChampion().getDigest().equals(b)));
    }

    /** The job answers before all its tasks have the list, so a posting may still come too early. */
    private void replayUntilWarnedOf(DemoRecord record, Replay replay, LocalJob job) throws Exception {
        int sent = honest.size() + scams.size();
        do {
            sent++;
            replay.start("postings", List.of(record)).get();
            job.await(new Settling(job.counters(), sent)::isOver);
        } while (job.counters().sum(FlowCounters.WARNED) == scams.size());
    }

    private void assertToldToPeople(String a, String b) {
        assertEquals(0, run("control", "status"), err::toString);
        assertTrue(out.toString().startsWith("champion " + a.substring(0, 12)), out::toString);
        assertEquals(0, run("control", "history"), err::toString);
        assertTrue(out.toString().contains("refused: another bundle lies there"), out::toString);
        assertTrue(out.toString().contains("rollback " + b.substring(0, 12) + ", says lurewatch: veto"), out::toString);

        ScamWarning byTheSecond = read("warnings", ScamWarning.class).stream()
                .filter(warning -> warning.getBundle().getDigest().equals(b))
                .findFirst()
                .orElseThrow();
        assertEquals(0, run("explain", "--warning-id", byTheSecond.getWarningId(), "--replay"), err::toString);
        assertTrue(out.toString().contains("the same, bit for bit"), out::toString);
    }

    @Test
    void commandsInSeveralPartitionsWouldHaveNoOrder() throws Exception {
        TestingTopics.create(Map.of("bootstrap.servers", kafka.bootstrapServers()), 2, "control");
        LabException failure = assertThrows(LabException.class, () -> LocalJob.start(config));
        assertTrue(
                failure.getMessage().contains("topic control has 2 partitions, but its records must keep one order"),
                failure::getMessage);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--kafka", kafka.bootstrapServers()));
        if (all.contains("--by")) {
            all.addAll(List.of("--wait", "600"));
        }
        return CommandRun.of(HOME, out, err, all);
    }

    /**
     * All that was said is still there: seven commands as they were written, the veto of the job itself, and that
     * about lists. */
    private void assertHistory(String vetoed) {
        List<ConsumerRecord<byte[], byte[]>> history = new ArrayList<>();
        new KafkaTopic(Map.of("bootstrap.servers", kafka.bootstrapServers()), "control").forEach(history::add);
        assertEquals(9, history.size());
        ControlCommand veto = new CommandDecoder()
                .decode(history.get(7).value(), history.get(7).timestamp());
        assertEquals(vetoed, veto.getDigest());
        assertEquals("lurewatch", veto.getIssuedBy());
        assertTrue(veto.getReason().contains("it warns of 100.000 %"), veto::getReason);
    }

    private void assertWarnings(List<ScamWarning> warnings, String a, String b) {
        assertEquals(scams.size(), warnings.size());
        for (ScamWarning warning : warnings) {
            assertEquals(OFFLINE.get(warning.getPostingId()).score(), warning.getScore());
        }
        Map<String, Long> byBundle = warnings.stream()
                .collect(Collectors.groupingBy(warning -> warning.getBundle().getDigest(), Collectors.counting()));
        assertTrue(byBundle.get(b) >= 60, byBundle::toString);
        assertTrue(byBundle.keySet().stream().allMatch(digest -> digest.equals(a) || digest.equals(b)));
    }

    private ControlStatus tell(
            Replay replay,
            TopicReader<ControlStatus> statuses,
            LocalJob job,
            String commandId,
            String action,
            String digest,
            Path bundle)
            throws Exception {
        String command = """
                {"commandId": "%s", "action": "%s", "digest": "%s", "uri": "%s", "issuedBy": "test"}""".formatted(commandId, action, digest, BundlePlace.uri(bundle));
        replay.start("control", List.of(new DemoRecord(commandId, command.getBytes(UTF_8), Optional.empty())))
                .get();
        return awaitStatus(statuses, job, status -> status.getCommandId().equals(commandId));
    }

    private ControlStatus awaitStatus(
            TopicReader<ControlStatus> statuses, LocalJob job, Predicate<ControlStatus> meant) {
        while (told.stream().noneMatch(meant)) {
            job.requireRunning();
            told.addAll(statuses.poll(PATIENCE));
        }
        return told.stream().filter(meant).findFirst().orElseThrow();
    }

    private <T extends SpecificRecordBase> List<T> read(String topic, Class<T> type) {
        return TestingTopics.read(kafka.bootstrapServers(), topic, type);
    }

    private <T extends SpecificRecordBase> TopicReader<T> reader(String topic, Class<T> type) {
        return new TopicReader<>(kafka.bootstrapServers(), topic, type);
    }

    private static List<DemoRecord> examples(boolean warnedOf) {
        return DemoRecords.read(HOME.writtenExamples()).stream()
                .filter(record -> record.example().isPresent())
                .filter(record -> OFFLINE.get(record.example().get().posting().identifier())
                                .isWarning()
                        == warnedOf)
                .toList();
    }

    private static Map<String, Assessment> assessed() {
        Detector detector = BundleLoader.load(HOME.baselineBundle());
        return DemoRecords.read(HOME.writtenExamples()).stream()
                .flatMap(record -> record.example().stream())
                .map(example -> detector.assess(example.posting()))
                .collect(Collectors.toMap(Assessment::postingId, assessment -> assessment));
    }
}
