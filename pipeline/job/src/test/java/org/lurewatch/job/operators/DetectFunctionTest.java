package org.lurewatch.job.operators;

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
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ReceivedPosting;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;

class DetectFunctionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void aPostingThatBreaksScoringBetweenTwoLuresGoesAside() throws Exception {
        try (OneInputStreamOperatorTestHarness<ReceivedPosting, AssessedPosting> harness =
                harness(ExamplePostings.DETECTOR)) {
            harness.open();

            harness.processElement(received(1, "a lure"), 0);
            harness.processElement(received(2, "poison"), 0);
            harness.processElement(received(3, "Packer"), 0);
            harness.processElement(received(4, "another lure"), 0);

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
            assertEquals(received(2, "poison").getRecord().getValue(), reject.getValue());
            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(2, counted.get(FlowCounters.WARNED));
            assertEquals(1, counted.get(FlowCounters.CLEARED));
            assertEquals(1, counted.get(FlowCounters.REJECTED));
            assertEquals(1, counted.getRejected("DETECTION_FAILED"));
        }
    }

    @Test
    void anErrorOfTheMachineIsNotBlamedOnThePosting() throws Exception {
        Detector broken = posting -> {
            throw new OutOfMemoryError("no more");
        };
        try (OneInputStreamOperatorTestHarness<ReceivedPosting, AssessedPosting> harness = harness(broken)) {
            harness.open();

            assertThrows(OutOfMemoryError.class, () -> harness.processElement(received(1, "Packer"), 0));
        }
    }

    @Test
    void whenABundleFirstDecidedOutlivesARestart() throws Exception {
        OperatorSubtaskState checkpoint;
        try (OneInputStreamOperatorTestHarness<ReceivedPosting, AssessedPosting> harness =
                harness(ExamplePostings.DETECTOR)) {
            harness.open();
            harness.processElement(received(1, "Packer"), 0);
            assertEquals(Map.of("00ff", NOW.toEpochMilli()), bundles(harness));
            checkpoint = harness.snapshot(1, 1);
        }
        try (OneInputStreamOperatorTestHarness<ReceivedPosting, AssessedPosting> harness =
                harness(named("ff00"), NOW.plusSeconds(60))) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.processElement(received(2, "Packer"), 0);
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
        try (OneInputStreamOperatorTestHarness<ReceivedPosting, AssessedPosting> harness = harness(everNew)) {
            harness.open();
            for (int offset = 1; offset <= 100; offset++) {
                harness.processElement(received(offset, "Packer"), 0);
            }

            Map<String, Long> bundles = bundles(harness);
            assertEquals(BundleMetrics.MOST_TOLD_APART + 1, bundles.size());
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

    private static ReceivedPosting received(long offset, String title) {
        String identifier = String.valueOf(offset);
        return new ReceivedPosting(
                ExamplePostings.record(offset, ExamplePostings.json(identifier, title)),
                AvroPostings.toAvro(ExamplePostings.posting(identifier, title)));
    }

    private static OneInputStreamOperatorTestHarness<ReceivedPosting, AssessedPosting> harness(Detector detector)
            throws Exception {
        return harness(detector, NOW);
    }

    private static OneInputStreamOperatorTestHarness<ReceivedPosting, AssessedPosting> harness(
            Detector detector, Instant now) throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new ProcessOperator<>(new DetectFunction(() -> detector, Clock.fixed(now, ZoneOffset.UTC))),
                new AvroTypeInfo<>(ReceivedPosting.class).createSerializer(new SerializerConfigImpl()));
    }
}
