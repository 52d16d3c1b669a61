package org.lurewatch.job.operators.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.schemas.BundleTally;

class TallyOperatorTest {
    @Test
    void addsUpUntilThereAreManyOrACheckpointComes() throws Exception {
        try (var harness = new OneInputStreamOperatorTestHarness<>(new TallyOperator())) {
            harness.open();
            for (int posting = 1; posting < TallyOperator.EMITTED_AFTER; posting++) {
                harness.processElement(new StreamRecord<>(tally("a", posting % 2)));
            }
            assertEquals(List.of(), harness.extractOutputValues());
            harness.processElement(new StreamRecord<>(tally("b", 1)));
            assertEquals(List.of("a 99 50", "b 1 1"), told(harness));

            harness.processElement(new StreamRecord<>(tally("a", 0)));
            harness.prepareSnapshotPreBarrier(1);
            harness.prepareSnapshotPreBarrier(2);
            assertEquals(List.of("a 99 50", "b 1 1", "a 1 0"), told(harness));
        }
    }

    private static List<String> told(OneInputStreamOperatorTestHarness<BundleTally, BundleTally> harness) {
        return harness.extractOutputValues().stream()
                .map(tally -> tally.getBundle() + " " + tally.getPostings() + " " + tally.getWarned())
                .toList();
    }

    private static BundleTally tally(String bundle, long warned) {
        return BundleTally.newBuilder()
                .setBundle(bundle)
                .setLanguage("en")
                .setPostings(1)
                .setWarned(warned)
                .build();
    }
}
