package org.lurewatch.job.operators.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.job.operators.CountedFlow;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.Verdict;
import org.lurewatch.schemas.WriterSchemas;

class DetectFunctionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final int TOLD_APART = 32;

    @Test
    void aPostingThatBreaksScoringBetweenTwoLuresGoesAside() throws Exception {
        try (OneInputStreamOperatorTestHarness<SourceRecord, AssessedPosting> harness =
                harness(ExamplePostings.DETECTOR)) {
            harness.open();

            harness.processElement(record(1, "a lure"), 0);
            harness.processElement(record(2, "poison"), 0);
            harness.processElement(record(3, "Packer"), 0);
            harness.processElement(record(4, "another lure"), 0);

            List<ScamWarning> assessed = harness.extractOutputValues().stream()
                    .map(AssessedPosting::getAssessment)
                    .toList();
            assertEquals(
                    List.of("1", "3", "4"),
                    assessed.stream().map(ScamWarning::getPostingId).toList());
            assertEquals(
                    List.of(Verdict.LIKELY_SCAM, Verdict.NO_SIGN_FOUND, Verdict.LIKELY_SCAM),
                    assessed.stream().map(ScamWarning::getVerdict).toList());
            assertEquals(NOW, assessed.get(0).getAssessedAt());
            assertEquals(
                    ExamplePostings.SCRAPED.toEpochMilli(),
                    harness.extractOutputValues().get(0).getEventTime());
            Queue<StreamRecord<RejectedPosting>> rejects = harness.getSideOutput(Rejects.TAG);
            assertEquals(1, rejects.size());
            RejectedPosting reject = rejects.peek().getValue();
            assertEquals(RejectReason.DETECTION_FAILED, reject.getReason());
            assertEquals("scoring failed with IllegalStateException", reject.getDetail());
            assertEquals(2, reject.getOffset());
            assertEquals(record(2, "poison").getValue(), reject.getValue());
            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(2, counted.get(FlowCounters.WARNED));
            assertEquals(1, counted.get(FlowCounters.CLEARED));
            assertEquals(1, counted.get(FlowCounters.REJECTED));
            assertEquals(1, counted.getRejected("DETECTION_FAILED"));
        }
    }

    @Test
    void aMalformedRecordBetweenTwoGoodOnesGoesAside() throws Exception {
        try (OneInputStreamOperatorTestHarness<SourceRecord, AssessedPosting> harness =
                harness(ExamplePostings.DETECTOR)) {
            harness.open();

            harness.processElement(record(1, "Packer"), 0);
            harness.processElement(ExamplePostings.record(2, "{\"identifier\": "), 0);
            harness.processElement(
                    ExamplePostings.record(3, "{\"identifier\": \"3\", \"title\": \"Cook\", \"x\": 1}"), 0);

            assertEquals(
                    List.of("1", "3"),
                    harness.extractOutputValues().stream()
                            .map(AssessedPosting::getAssessment)
                            .map(ScamWarning::getPostingId)
                            .toList());
            Queue<StreamRecord<RejectedPosting>> rejects = harness.getSideOutput(Rejects.TAG);
            assertEquals(1, rejects.size());
            assertEquals(RejectReason.MALFORMED_JSON, rejects.peek().getValue().getReason());
            assertEquals(2, rejects.peek().getValue().getOffset());
            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(2, counted.get(FlowCounters.CLEARED));
            assertEquals(1, counted.get(FlowCounters.REJECTED));
            assertEquals(1, counted.getRejected("MALFORMED_JSON"));
            assertEquals(0, counted.getRejected("NO_TEXT"));
            assertEquals(1, counted.get(FlowCounters.UNKNOWN_FIELDS));
        }
    }

    @Test
    void withoutItsBundleATaskDoesNotStart() throws Exception {
        ExampleStore.GONE.add(ExampleStore.A);
        try (OneInputStreamOperatorTestHarness<SourceRecord, AssessedPosting> harness =
                harness(new ExampleStore(), NOW)) {
            assertEquals(
                    "bundle aaaaaaaaaaaa cannot be used here: it is gone",
                    assertThrows(IllegalStateException.class, harness::open).getMessage());
        } finally {
            ExampleStore.GONE.clear();
        }
    }

    @Test
    void aTaskDoesNotWaitForAnotherBundleThanItsOwn() throws Exception {
        try (OneInputStreamOperatorTestHarness<SourceRecord, AssessedPosting> harness =
                harness(new ExampleStore(), ExampleStore.OLD, NOW)) {
            assertEquals(
                    ExampleStore.MISMATCH,
                    assertThrows(IllegalStateException.class, harness::open).getMessage());
        }
    }

    @Test
    void aDeploymentWithoutAChampionIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DetectFunction(
                        () -> null, new ExampleStore(), DeploymentRecords.toAvro(Deployment.NONE), Clock.systemUTC()));
    }

    @Test
    void anErrorOfTheMachineIsNotBlamedOnThePosting() throws Exception {
        Detector broken = posting -> {
            throw new OutOfMemoryError("no more");
        };
        try (OneInputStreamOperatorTestHarness<SourceRecord, AssessedPosting> harness = harness(broken)) {
            harness.open();

            assertThrows(OutOfMemoryError.class, () -> harness.processElement(record(1, "Packer"), 0));
        }
    }

    @Test
    void whenABundleFirstDecidedOutlivesARestart() throws Exception {
        OperatorSubtaskState checkpoint;
        try (OneInputStreamOperatorTestHarness<SourceRecord, AssessedPosting> harness =
                harness(ExamplePostings.DETECTOR)) {
            harness.open();
            harness.processElement(record(1, "Packer"), 0);
            assertEquals(Map.of("00ff", NOW.toEpochMilli()), bundles(harness));
            checkpoint = harness.snapshot(1, 1);
        }
        try (OneInputStreamOperatorTestHarness<SourceRecord, AssessedPosting> harness =
                harness(store(named("ff00")), NOW.plusSeconds(60))) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.processElement(record(2, "Packer"), 0);
            assertEquals(
                    Map.of(
                            "00ff", NOW.toEpochMilli(),
                            "ff00", NOW.plusSeconds(60).toEpochMilli()),
                    bundles(harness));
        }
    }

    @Test
    void bundlesWithoutAnEndAreNotToldApartWithoutAnEnd() throws Exception {
        AtomicInteger bundle = new AtomicInteger();
        Detector everNew =
                posting -> named("bundle " + bundle.incrementAndGet()).assess(posting);
        try (OneInputStreamOperatorTestHarness<SourceRecord, AssessedPosting> harness = harness(everNew)) {
            harness.open();
            for (int offset = 1; offset <= 100; offset++) {
                harness.processElement(record(offset, "Packer"), 0);
            }

            Map<String, Long> bundles = bundles(harness);
            assertEquals(TOLD_APART + 1, bundles.size());
            assertTrue(bundles.containsKey("bundle 1") && bundles.containsKey("other"));
        }
    }

    /** The example detector under the digest of another bundle. */
    private static Detector named(String digest) {
        return ExamplePostings.detector(new BundleId("test", digest));
    }

    /** What the next checkpoint says of the bundles: when each decided first, in milliseconds. */
    private static Map<String, Long> bundles(OneInputStreamOperatorTestHarness<?, ?> harness) throws Exception {
        harness.snapshot(99, 99);
        Map<String, Long> bundles = new TreeMap<>();
        ((AbstractStreamOperator<?>) harness.getOperator())
                .getOperatorStateBackend()
                .getUnionListState(new ListStateDescriptor<>("bundles", Types.MAP(Types.STRING, Types.LONG)))
                .get()
                .forEach(bundles::putAll);
        return bundles;
    }

    /** Whatever is asked for, this is it. */
    private static BundleStore store(Detector detector) {
        return new BundleStore() {
            private static final long serialVersionUID = 1L;

            @Override
            public Published find(String digest, String uri) {
                throw new AssertionError("the bundle is fixed");
            }

            @Override
            public Detector load(Published bundle) {
                return detector;
            }
        };
    }

    private static SourceRecord record(long offset, String title) {
        return ExamplePostings.record(offset, ExamplePostings.json(String.valueOf(offset), title));
    }

    private static OneInputStreamOperatorTestHarness<SourceRecord, AssessedPosting> harness(Detector detector)
            throws Exception {
        return harness(store(detector), NOW);
    }

    private static OneInputStreamOperatorTestHarness<SourceRecord, AssessedPosting> harness(
            BundleStore store, Instant now) throws Exception {
        return harness(store, ExampleStore.A, now);
    }

    private static OneInputStreamOperatorTestHarness<SourceRecord, AssessedPosting> harness(
            BundleStore store, String champion, Instant now) throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new DetectFunction(
                        () -> new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known()),
                        store,
                        DeploymentRecords.toAvro(ExampleStore.deployed(champion)),
                        Clock.fixed(now, ZoneOffset.UTC))),
                new AvroTypeInfo<>(SourceRecord.class).createSerializer(new SerializerConfigImpl()));
    }
}
