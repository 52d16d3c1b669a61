package org.lurewatch.job.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.detection.deployment.VetoLimits;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.job.operators.control.Succession;
import org.lurewatch.job.start.FetchedBundles;
import org.lurewatch.job.start.FlinkSettings;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.WriterSchemas;

/** Bundles change while postings flow, more of them than a process keeps loaded, so that each swap loads from disk. */
class BundleSwapTest {
    private static final int SWAPS = 50;
    private static final int BUNDLES = 6;
    private static final int WAITING = 500;
    private static final int LET_THROUGH_AT_ONCE = 20;
    private static final List<String> TITLES = List.of(
            "registration fee for the uniform",
            "packer, no experience needed",
            "no experience needed, registration fee",
            "bookkeeper in Lyon");

    private static final InMemoryReporter METRICS = InMemoryReporter.create();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestingCluster.start(METRICS.addToConfiguration(new Configuration()));

    private final TestingSink<AssessedPosting> assessed = new TestingSink<>();
    private final TestingSink<ControlStatus> statuses = new TestingSink<>();
    private final TestingSink<RejectedPosting> rejects = new TestingSink<>();
    private final List<Published> bundles = new ArrayList<>();
    private final GatedSource<SourceRecord> postings = new GatedSource<>(Long.MAX_VALUE, BundleSwapTest::posting);
    private int letThrough;

    @TempDir
    private Path folder;

    @Test
    void noPostingIsLostAndEachIsScoredByTheBundleThatItNames(@InjectMiniCluster MiniCluster cluster) throws Exception {
        for (int number = 0; number < BUNDLES; number++) {
            bundles.add(ExampleBundles.write(folder, number));
        }
        GatedSource<SourceRecord> control = new GatedSource<>(commands());
        RunningJob job = start(cluster, control);

        letThrough(WAITING);
        job.await(() -> waiting() == WAITING);
        assertEquals(List.of(), assessed.written(), "before the first bundle all wait");
        control.open(BUNDLES);
        for (int swap = 0; swap < SWAPS; swap++) {
            int told = BUNDLES + swap + 1;
            String champion = champion(swap).digest();
            int before = assessed.written().size();
            control.open(told);
            // The swap comes among these, so the bundle before may decide some or all of them.
            do {
                letThrough(LET_THROUGH_AT_ONCE);
                job.await(() -> assessed.written().size() == letThrough);
            } while (!hasDecided(champion, before));
            job.await(() -> statuses.written().size() == told);
        }
        job.stop(true, folder.resolve("savepoint"));

        assertTrue(statuses.written().stream().allMatch(ControlStatus::getAccepted), statuses.written()::toString);
        assertEquals(List.of(), rejects.written());
        assertNoneLostAndNoneTwice();
        assertScoredByTheBundlesTheyName();
    }

    private void letThrough(int more) {
        letThrough += more;
        postings.open(letThrough);
    }

    /** How many postings wait for the first bundle, in all tasks. */
    private static long waiting() {
        return METRICS.getMetricsByGroup().values().stream()
                .map(metrics -> metrics.get("waiting"))
                .filter(Objects::nonNull)
                .mapToLong(metric -> ((Number) ((Gauge<?>) metric).getValue()).longValue())
                .sum();
    }

    private boolean hasDecided(String digest, int before) {
        return warnings().stream()
                .skip(before)
                .anyMatch(warning -> warning.getBundle().getDigest().equals(digest));
    }

    private void assertNoneLostAndNoneTwice() {
        List<Integer> identifiers = warnings().stream()
                .map(warning -> Integer.valueOf(warning.getPostingId()))
                .sorted()
                .toList();
        assertEquals(IntStream.range(0, letThrough).boxed().toList(), identifiers);
    }

    private void assertScoredByTheBundlesTheyName() {
        Map<String, Map<String, Assessment>> expected = new HashMap<>();
        Set<Double> scores = new HashSet<>();
        for (Published bundle : bundles) {
            Detector detector = ExampleBundles.load(bundle);
            Map<String, Assessment> byTitle = TITLES.stream()
                    .collect(Collectors.toMap(
                            title -> title, title -> detector.assess(ExamplePostings.posting("0", title))));
            expected.put(bundle.digest(), byTitle);
            assertTrue(scores.add(byTitle.get(TITLES.get(0)).score()), "bundles that differ");
        }
        Map<String, Integer> decided = new HashMap<>();
        for (ScamWarning warning : warnings()) {
            String digest = warning.getBundle().getDigest();
            Assessment same = expected.get(digest).get(title(Integer.parseInt(warning.getPostingId())));
            assertEquals(
                    Double.doubleToLongBits(same.score()),
                    Double.doubleToLongBits(warning.getScore()),
                    warning::toString);
            assertEquals(same.bundle().version(), warning.getBundle().getVersion());
            decided.merge(digest, 1, Integer::sum);
        }
        assertEquals(expected.keySet(), decided.keySet(), "every bundle has decided");
    }

    private List<ScamWarning> warnings() {
        return assessed.written().stream().map(AssessedPosting::getAssessment).toList();
    }

    /** All are published, then each is champion in turn. */
    private List<SourceRecord> commands() {
        List<SourceRecord> commands = new ArrayList<>();
        for (Published bundle : bundles) {
            commands.add(command(commands.size(), "publish", bundle));
        }
        for (int swap = 0; swap < SWAPS; swap++) {
            commands.add(command(commands.size(), "champion", champion(swap)));
        }
        return commands;
    }

    private Published champion(int swap) {
        return bundles.get(swap % BUNDLES);
    }

    private static SourceRecord command(int number, String action, Published bundle) {
        return ExamplePostings.record(
                number,
                "{\"commandId\": \"%d\", \"action\": \"%s\", \"digest\": \"%s\", \"uri\": \"%s\"}"
                        .formatted(number, action, bundle.digest(), bundle.uri()));
    }

    private RunningJob start(MiniCluster cluster, GatedSource<SourceRecord> control) throws Exception {
        TrustedClasses.register();
        Configuration settings = FlinkSettings.safe();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.setParallelism(2);
        DataStream<SourceRecord> received = env.fromSource(
                        postings, WatermarkStrategy.noWatermarks(), "postings", new AvroTypeInfo<>(SourceRecord.class))
                .uid("postings")
                .setParallelism(1);
        DataStream<SourceRecord> records = env.fromSource(
                        control, WatermarkStrategy.noWatermarks(), "commands", new AvroTypeInfo<>(SourceRecord.class))
                .uid("commands")
                .setParallelism(1);
        ControlGraph graph = ControlGraph.of(
                received,
                () -> new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known()),
                records,
                new ControlGraph.Settings(
                        FetchedBundles.of(PolicyChoice.DEFAULT),
                        Succession.of(Deployment.NONE, Deployment.NONE),
                        VetoLimits.DEFAULT),
                Clock.systemUTC());
        graph.detected().sinkTo(assessed).uid("assessed");
        graph.statuses().sinkTo(statuses).uid("statuses");
        graph.rejects().sinkTo(rejects).uid("rejects");
        return RunningJob.start(cluster, env);
    }

    private static SourceRecord posting(long index) {
        return ExamplePostings.record(index, ExamplePostings.json(String.valueOf(index), title(index)));
    }

    private static String title(long index) {
        return TITLES.get((int) (index % TITLES.size()));
    }
}
