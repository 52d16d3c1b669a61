package org.lurewatch.job.operators.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.VetoLimits;
import org.lurewatch.schemas.BundleTally;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.Disagreement;
import org.lurewatch.schemas.TrustedClasses;

class WatchFunctionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    static {
        TrustedClasses.register();
    }

    @Test
    void aNewChampionThatWarnsTooOftenIsTakenBackOnce() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = harness()) {
            harness.open();
            harness.processElement2(decided(ExampleStore.A, 1_000, 5), 0);
            harness.processElement1(DeploymentRecords.toAvro(replaced()), 0);
            harness.processElement2(decided(ExampleStore.B, 150, 100), 0);
            assertNull(harness.getSideOutput(ControlOutputs.VETOES), "too few to judge");
            checkpoint = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.processElement2(decided(ExampleStore.B, 100, 60), 0);
            harness.processElement2(decided(ExampleStore.B, 100, 60), 0);

            assertEquals(1, harness.getSideOutput(ControlOutputs.VETOES).size());
            ControlCommand veto =
                    harness.getSideOutput(ControlOutputs.VETOES).peek().getValue();
            assertEquals(ControlAction.ROLLBACK, veto.getAction());
            assertEquals(ExampleStore.B, veto.getDigest());
            assertEquals("veto-" + ExampleStore.B + "-2", veto.getCommandId());
            assertEquals(
                    "veto of bundle bbbbbbbbbbbb: it warns of 64.000 % of all postings (160 of 250), more than 20.000 %",
                    veto.getReason());
        }
    }

    @Test
    void theSuccessorOfAnOutdatedChampionIsWatched() throws Exception {
        Deployment outdated = new Deployment(
                5,
                List.of(ExampleStore.bundle(ExampleStore.OLD), ExampleStore.bundle(ExampleStore.B)),
                ExampleStore.OLD,
                List.of(),
                ExampleStore.B,
                "",
                0);
        OperatorSubtaskState checkpoint;
        try (var harness = harness(ExampleStore.deployed(ExampleStore.C), Deployment.NONE)) {
            harness.open();
            harness.processElement1(DeploymentRecords.toAvro(outdated), 0);
            checkpoint = harness.snapshot(1, 1);
        }
        try (var harness = harness(Deployment.NONE, ExampleStore.deployed(ExampleStore.A))) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.processElement2(compared("en", WatchFunction.SUMMED_UP_AFTER, 3, 0), 0);

            assertEquals(
                    List.of(ExampleStore.A),
                    harness.extractOutputValues().stream()
                            .map(ControlStatus::getChampion)
                            .toList());
        }
    }

    @Test
    void disagreementsAreSummedUpAfterSoManyAndOnceAnHour() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement1(DeploymentRecords.toAvro(shadowed()), 0);
            harness.processElement2(compared("en", WatchFunction.SUMMED_UP_AFTER - 10, 3, 0), 0);
            assertEquals(List.of(), harness.extractOutputValues());
            harness.processElement2(compared("km", 10, 0, 4), 0);
            harness.processElement2(compared("km", 10, 1, 0), 0);

            ControlStatus summary = harness.extractOutputValues().get(0);
            assertEquals(
                    List.of(
                            new Disagreement("km", 10L, 0L, 4L),
                            new Disagreement("en", WatchFunction.SUMMED_UP_AFTER - 10, 3L, 0L)),
                    summary.getDisagreements());
            assertEquals("champion and shadow disagree about 7 of 10000 postings", summary.getMessage());
            assertEquals(1, harness.extractOutputValues().size());

            harness.setProcessingTime(Duration.ofHours(1).toMillis());
            harness.setProcessingTime(Duration.ofHours(3).toMillis());

            assertEquals(2, harness.extractOutputValues().size(), "nothing new, nothing told");
            assertEquals(
                    List.of(new Disagreement("km", 10L, 1L, 0L)),
                    harness.extractOutputValues().get(1).getDisagreements());
        }
    }

    private static Deployment replaced() {
        return new Deployment(
                2,
                List.of(ExampleStore.bundle(ExampleStore.A), ExampleStore.bundle(ExampleStore.B)),
                ExampleStore.B,
                List.of(ExampleStore.A),
                "",
                "",
                0);
    }

    private static Deployment shadowed() {
        return new Deployment(
                2,
                List.of(ExampleStore.bundle(ExampleStore.A), ExampleStore.bundle(ExampleStore.B)),
                ExampleStore.A,
                List.of(),
                ExampleStore.B,
                "",
                0);
    }

    private static BundleTally decided(String bundle, long postings, long warned) {
        return BundleTally.newBuilder()
                .setBundle(bundle)
                .setLanguage("en")
                .setPostings(postings)
                .setWarned(warned)
                .build();
    }

    private static BundleTally compared(String language, long postings, long onlyChampion, long onlyShadow) {
        return BundleTally.newBuilder()
                .setBundle(ExampleStore.A)
                .setShadow(ExampleStore.B)
                .setLanguage(language)
                .setPostings(postings)
                .setOnlyChampion(onlyChampion)
                .setOnlyShadow(onlyShadow)
                .build();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, DeploymentRecord, BundleTally, ControlStatus>
            harness() throws Exception {
        return harness(ExampleStore.deployed(ExampleStore.A), Deployment.NONE);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, DeploymentRecord, BundleTally, ControlStatus> harness(
            Deployment start, Deployment successor) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(new WatchFunction(
                        VetoLimits.DEFAULT, Succession.of(start, successor), Clock.fixed(NOW, ZoneOffset.UTC))),
                deployment -> "deployment",
                tally -> "deployment",
                Types.STRING);
    }
}
