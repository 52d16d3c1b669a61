package org.lurewatch.cli.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.config.CheckpointConfig;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.lab.examples.DemoRecord;
import org.lurewatch.lab.examples.DemoRecords;
import org.lurewatch.lab.examples.MalformedRecords;
import org.lurewatch.lab.examples.Replay;
import org.lurewatch.lab.minicluster.JobCounters;
import org.lurewatch.lab.minicluster.LocalJob;
import org.lurewatch.lab.minicluster.Settling;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;

/** The whole line on a real broker and a real cluster: what comes out is what the library says of the same postings. */
class StraightLineIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final Configuration SETTINGS = LocalJob.patient(new Configuration());
    private static final JobCounters COUNTERS = JobCounters.of(SETTINGS);

    static {
        SETTINGS.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        SETTINGS.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        SETTINGS.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
    }

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
                    .setConfiguration(SETTINGS)
                    .setNumberTaskManagers(2)
                    .setNumberSlotsPerTaskManager(1)
                    .build());

    private final List<DemoRecord> records = records();
    private final Map<String, Assessment> expected = offlineWarnings(records);

    @TempDir
    private Path checkpoints;

    private EmbeddedKafka kafka;
    private JobConfig config;

    @BeforeEach
    void startKafka() {
        kafka = EmbeddedKafka.start();
        config = DemoCommand.config(
                kafka.bootstrapServers(),
                HOME.baselineBundle(),
                checkpoints.toUri().toString());
    }

    @AfterEach
    void stopKafka() throws Exception {
        kafka.close();
    }

    @Test
    void warnsAsTheLibraryDoesAndLosesNoNeighbourOfABrokenRecord() throws Exception {
        try (LocalJob job = LocalJob.start(environment(), COUNTERS, config);
                Replay replay = new Replay(kafka.bootstrapServers())) {
            replay.start(config.kafka().topics().postings(), records).get();
            job.await(new Settling(COUNTERS, records.size())::isOver);
            assertCounters();
            assertOutput();
        }
    }

    @Test
    void repeatsAndLosesNothingWhenKilledBetweenTwoCheckpoints(@InjectMiniCluster MiniCluster cluster)
            throws Exception {
        int half = records.size() / 2;
        try (LocalJob job = LocalJob.start(environment(), COUNTERS, rarelyCheckpointed());
                Replay replay = new Replay(kafka.bootstrapServers())) {
            replay.start("postings", records.subList(0, half)).get();
            job.await(() -> COUNTERS.sum(FlowCounters.IN) == half);
            checkpoint(cluster, job);
            assertFalse(read("warnings", ScamWarning.class).isEmpty(), "the first half is committed");
            replay.start("postings", records.subList(half, records.size())).get();
            job.await(() -> COUNTERS.sum(FlowCounters.OF_IN) == records.size());

            cluster.terminateTaskManager(0).get();
            cluster.startTaskManager();
            job.await(() -> wasRestarted(cluster, job) && allTasksRun(cluster, job));
            job.await(() -> COUNTERS.sum(FlowCounters.IN) == records.size());
            checkpoint(cluster, job);

            assertCounters();
            assertOutput();
        }
    }

    /** The test itself says when there is a checkpoint. */
    private JobConfig rarelyCheckpointed() {
        return new JobConfig(
                config.kafka(),
                config.delivery(),
                new CheckpointConfig(
                        Duration.ofMinutes(14),
                        config.checkpoint().directory(),
                        config.checkpoint().backend()),
                config.detection(),
                config.control(),
                config.campaigns(),
                config.trends(),
                config.output(),
                config.registry(),
                config.limits(),
                config.extraSchemas(),
                config.parallelism());
    }

    private static void checkpoint(MiniCluster cluster, LocalJob job) throws Exception {
        job.await(() -> allTasksRun(cluster, job));
        long before = COUNTERS.completedCheckpoints();
        cluster.triggerCheckpoint(job.id()).get();
        job.await(() -> COUNTERS.completedCheckpoints() > before);
    }

    private static StreamExecutionEnvironment environment() {
        return StreamExecutionEnvironment.getExecutionEnvironment();
    }

    /** The demo's records, and one posting with a field that is not known, as a scraper of another kind sends it. */
    private static List<DemoRecord> records() {
        List<DemoRecord> records = new ArrayList<>(DemoRecords.read(HOME.writtenExamples()));
        records.add(new DemoRecord(
                "/unknown-field",
                "{\"identifier\":\"unknown-field\",\"title\":\"Cook\",\"shiftAllowance\":\"yes\"}"
                        .getBytes(StandardCharsets.UTF_8),
                Optional.empty()));
        return records;
    }

    private List<DemoRecord> broken() {
        return records.stream().filter(record -> record.key().equals("broken")).toList();
    }

    private static Map<String, Assessment> offlineWarnings(List<DemoRecord> records) {
        Detector detector = BundleLoader.load(HOME.baselineBundle());
        return records.stream()
                .flatMap(record -> record.example().stream())
                .map(example -> detector.assess(example.posting()))
                .filter(Assessment::isWarning)
                .collect(toMap(Assessment::postingId, identity()));
    }

    private void assertCounters() {
        assertTrue(!expected.isEmpty() && expected.size() < records.size() / 2 + 100, "the examples are mixed");
        assertEquals(records.size(), COUNTERS.sum(FlowCounters.IN));
        assertEquals(expected.size(), COUNTERS.sum(FlowCounters.WARNED));
        assertEquals(broken().size(), COUNTERS.sum(FlowCounters.REJECTED));
        assertEquals(records.size() - expected.size() - broken().size(), COUNTERS.sum(FlowCounters.CLEARED));
        assertEquals(1, COUNTERS.sum(FlowCounters.UNKNOWN_FIELDS));
        Map<String, Long> reasons = new TreeMap<>();
        MalformedRecords.byReason().keySet().forEach(reason -> reasons.put(reason.name(), 1L));
        assertEquals(reasons, COUNTERS.rejectsByReason());
    }

    private void assertWarnings(List<ScamWarning> warnings) {
        assertEquals(
                warnings.size(),
                warnings.stream()
                        .map(warning -> warning.getWarningId() + "/" + warning.getRevision())
                        .distinct()
                        .count(),
                "no revision twice");
        Map<String, ScamWarning> first = warnings.stream()
                .filter(warning -> expected.containsKey(warning.getPostingId()))
                .collect(toMap(
                        ScamWarning::getPostingId,
                        identity(),
                        (one, other) -> one.getRevision() < other.getRevision() ? one : other));
        assertEquals(expected.keySet(), first.keySet(), "each is warned of, none is lost");
        expected.forEach((posting, offline) -> assertWarning(offline, first.get(posting)));
        assertTrue(
                warnings.stream()
                        .filter(warning -> !expected.containsKey(warning.getPostingId()))
                        .allMatch(warning -> warning.getCampaignId() != null && warning.getRevisionReason() != null),
                "whoever shows too little by himself is warned of for what others of his campaign show");
    }

    private static void assertWarning(Assessment offline, ScamWarning warning) {
        assertEquals(offline.score(), warning.getOwnScore());
        assertEquals(offline.scamType().map(type -> type.code()).orElse(null), warning.getScamType());
        assertEquals(offline.otherScamType().map(type -> type.code()).orElse(null), warning.getOtherScamType());
        assertEquals(offline.bundle().digest(), warning.getBundle().getDigest());
        assertEquals(
                offline.evidence().stream().map(evidence -> evidence.quote()).toList(),
                warning.getEvidence().stream()
                        .filter(evidence -> !evidence.getField().isEmpty())
                        .map(evidence -> evidence.getQuote())
                        .toList());
    }

    private void assertRejects(List<RejectedPosting> rejects) {
        Map<String, RejectedPosting> byReason =
                rejects.stream().collect(toMap(reject -> reject.getReason().name(), identity()));
        assertEquals(broken().size(), rejects.size());
        MalformedRecords.byReason().forEach((reason, sent) -> {
            RejectedPosting reject = byReason.get(reason.name());
            assertEquals(config.kafka().topics().postings(), reject.getTopic());
            assertEquals(sent.length, reject.getValueSize());
            ByteBuffer kept = reject.getValue();
            byte[] bytes = new byte[kept.remaining()];
            kept.get(bytes);
            assertArrayEquals(Arrays.copyOf(sent, bytes.length), bytes);
            assertTrue(bytes.length == sent.length || bytes.length == 512 << 10, reason + ": " + bytes.length);
        });
    }

    private <T extends SpecificRecordBase> List<T> read(String topic, Class<T> type) {
        return TestingTopics.read(kafka.bootstrapServers(), topic, type);
    }

    private void assertOutput() {
        List<ScamWarning> warnings = read(config.kafka().topics().warnings(), ScamWarning.class);
        assertEquals(COUNTERS.sum(FlowCounters.SENT), warnings.size());
        assertWarnings(warnings);
        assertRejects(read(config.kafka().topics().rejects(), RejectedPosting.class));
    }

    private static boolean wasRestarted(MiniCluster cluster, LocalJob job) {
        return graph(cluster, job).getStatusTimestamp(JobStatus.RESTARTING) > 0;
    }

    private static boolean allTasksRun(MiniCluster cluster, LocalJob job) {
        AccessExecutionGraph graph = graph(cluster, job);
        return graph.getState() == JobStatus.RUNNING
                && StreamSupport.stream(graph.getAllExecutionVertices().spliterator(), false)
                        .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING);
    }

    private static AccessExecutionGraph graph(MiniCluster cluster, LocalJob job) {
        return cluster.getExecutionGraph(job.id()).join();
    }
}
