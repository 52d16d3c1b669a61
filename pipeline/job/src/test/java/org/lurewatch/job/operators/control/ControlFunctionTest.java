package org.lurewatch.job.operators.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlNews;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.DeploymentRecord;
import org.lurewatch.schemas.TrustedClasses;

class ControlFunctionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    static {
        TrustedClasses.register();
    }

    private int commands;

    @AfterEach
    void allBundlesAreThereAgain() {
        ExampleStore.GONE.clear();
    }

    @Test
    void aBundleIsPublishedLookedAtAndMadeChampion() throws Exception {
        try (var harness = harness(Deployment.NONE)) {
            harness.open();
            give(harness, ControlAction.CHAMPION, ExampleStore.A);
            give(harness, ControlAction.PUBLISH, ExampleStore.A);
            give(harness, ControlAction.CHAMPION, ExampleStore.A);

            assertEquals(List.of(false, true, true), accepted(harness));
            assertEquals(
                    "bundle aaaaaaaaaaaa was not published, or was refused",
                    statuses(harness).get(0).getMessage());
            assertEquals(ExampleStore.A, statuses(harness).get(2).getChampion());
            assertEquals(NOW, statuses(harness).get(2).getAt());
            List<DeploymentRecord> sent = harness.extractOutputValues();
            assertEquals(2, sent.size(), "what is refused changes nothing");
            assertEquals("version a", sent.get(1).getPublished().get(0).getVersion());
        }
    }

    @Test
    void aWrongBundleBetweenTwoGoodOnesIsRefused() throws Exception {
        ExampleStore.GONE.add(ExampleStore.B);
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.open();
            give(harness, ControlAction.PUBLISH, ExampleStore.B);
            give(harness, ControlAction.PUBLISH, ExampleStore.C);
            ExampleStore.GONE.add(ExampleStore.C);
            give(harness, ControlAction.SHADOW, ExampleStore.C);
            ExampleStore.GONE.clear();
            give(harness, ControlAction.SHADOW, ExampleStore.C);

            assertEquals(List.of(false, true, false, true), accepted(harness));
            assertEquals("it is gone", statuses(harness).get(0).getMessage());
            assertTrue(statuses(harness).stream()
                    .allMatch(status -> status.getChampion().equals(ExampleStore.A)));
        }
    }

    @Test
    void goesOnAfterARestartWhereItWas() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.open();
            give(harness, ControlAction.PUBLISH, ExampleStore.B);
            give(harness, ControlAction.CHAMPION, ExampleStore.B);
            checkpoint = harness.snapshot(1, 1);
        }
        try (var harness = harness(ExampleStore.deployed(ExampleStore.C))) {
            harness.initializeState(checkpoint);
            harness.open();
            give(harness, ControlAction.ROLLBACK, "");
            give(harness, ControlAction.ROLLBACK, ExampleStore.B);

            assertEquals(List.of(true, false), accepted(harness));
            assertEquals(ExampleStore.A, statuses(harness).get(1).getChampion());
        }
    }

    @Test
    void aTrialEndsWhereChampionShadowAndCanaryAreAllSet() throws Exception {
        for (ControlAction ending : List.of(ControlAction.WITHDRAW, ControlAction.ROLLBACK)) {
            try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
                harness.open();
                give(harness, ControlAction.PUBLISH, ExampleStore.B);
                give(harness, ControlAction.PUBLISH, ExampleStore.C);
                give(harness, ControlAction.SHADOW, ExampleStore.B);
                give(harness, ControlAction.CANARY, ExampleStore.C);
                give(harness, ending, "");

                assertEquals(List.of(true, true, true, true, true), accepted(harness), ending.name());
                assertNull(statuses(harness).get(4).getCanary());
                assertEquals(ExampleStore.A, statuses(harness).get(4).getChampion());
            }
        }
    }

    @Test
    void afterAnUpgradeTheFirstBundleThatIsPublishedDecidesAndThereIsNoWayBack() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = harness(ExampleStore.deployed(ExampleStore.OLD))) {
            harness.open();
            give(harness, ControlAction.PUBLISH, ExampleStore.OLD);
            give(harness, ControlAction.SHADOW, ExampleStore.OLD);
            checkpoint = harness.snapshot(1, 1);
            assertEquals(List.of(false, false), accepted(harness));
            assertEquals(List.of(), harness.extractOutputValues());
        }
        try (var harness = harness(ExampleStore.deployed(ExampleStore.OLD))) {
            harness.initializeState(checkpoint);
            harness.open();
            give(harness, ControlAction.PUBLISH, ExampleStore.A);
            give(harness, ControlAction.PUBLISH, ExampleStore.B);
            give(harness, ControlAction.ROLLBACK, "");
            give(harness, ControlAction.CHAMPION, ExampleStore.OLD);

            assertEquals(List.of(true, true, false, false), accepted(harness));
            assertTrue(statuses(harness).stream()
                    .allMatch(status -> status.getChampion().equals(ExampleStore.A)
                            && status.getPrevious().equals(ExampleStore.OLD)));
            assertEquals(
                    "bundle aaaaaaaaaaaa is published and is the champion now, because " + ExampleStore.MISMATCH,
                    statuses(harness).get(0).getMessage());
            assertEquals(
                    "there is no way back to the champion before this one: " + ExampleStore.MISMATCH,
                    statuses(harness).get(2).getMessage());
            assertEquals(ExampleStore.MISMATCH, statuses(harness).get(3).getMessage());
        }
    }

    @Test
    void commandsOfAnEarlierVersionThatAreReadAgainLeadToTheSame() throws Exception {
        try (var harness = harness(Deployment.NONE)) {
            harness.open();
            give(harness, ControlAction.PUBLISH, ExampleStore.OLD);
            give(harness, ControlAction.CHAMPION, ExampleStore.OLD);
            give(harness, ControlAction.PUBLISH, ExampleStore.A);

            assertEquals(List.of(false, false, true), accepted(harness));
            assertEquals(ExampleStore.MISMATCH, statuses(harness).get(1).getMessage());
            List<DeploymentRecord> sent = harness.extractOutputValues();
            assertEquals(
                    List.of("", ExampleStore.OLD, ExampleStore.A),
                    sent.stream().map(DeploymentRecord::getChampion).toList());
        }
    }

    @Test
    void theSuccessorInTheSettingsIsTheChampionFromTheFirstCommandOn() throws Exception {
        try (var harness = harness(ExampleStore.deployed(ExampleStore.OLD), ExampleStore.deployed(ExampleStore.C))) {
            harness.open();
            give(harness, ControlAction.PUBLISH, ExampleStore.A);
            give(harness, ControlAction.CHAMPION, ExampleStore.A);
            give(harness, ControlAction.ROLLBACK, "");

            assertEquals(List.of(true, true, true), accepted(harness));
            assertEquals(
                    List.of(ExampleStore.C, ExampleStore.A, ExampleStore.C),
                    statuses(harness).stream().map(ControlStatus::getChampion).toList());
        }
    }

    @Test
    void listsAreChangedAnsweredAndSentOnInTheOrderOfCommands() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.open();
            list(harness, ControlAction.ALLOW, "Blue Harbour");
            give(harness, ControlAction.PUBLISH, ExampleStore.B);
            list(harness, ControlAction.BLOCK, "BLUE  harbour");
            list(harness, ControlAction.UNLIST, "Red Mountain");

            assertEquals(List.of(true, true, true, true), accepted(harness));
            assertEquals(
                    List.of(
                            "employer Blue Harbour is on the allow list now",
                            "employer BLUE  harbour is on the block list now, instead of the allow list (since 2026-11-20"
                                    + " by mai)",
                            "employer Red Mountain is on no list"),
                    statuses(harness).stream()
                            .map(ControlStatus::getMessage)
                            .filter(message -> message.startsWith("employer"))
                            .toList());
            assertEquals(
                    ExampleStore.A, statuses(harness).get(0).getChampion(), "the bundles at work stand in each answer");
            List<ControlNews> news = harness.getSideOutput(ControlOutputs.NEWS).stream()
                    .map(StreamRecord::getValue)
                    .toList();
            assertEquals(
                    List.of("ALLOW", "deployment", "BLOCK", "UNLIST"),
                    news.stream()
                            .map(each -> each.getListed() == null
                                    ? "deployment"
                                    : each.getListed().getAction().name())
                            .toList());
            checkpoint = harness.snapshot(1, 1);
        }
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.initializeState(checkpoint);
            harness.open();
            list(harness, ControlAction.UNLIST, "blue harbour");

            assertEquals(
                    "employer blue harbour is no longer on the block list (since 2026-11-20 by mai)",
                    statuses(harness).get(0).getMessage());
        }
    }

    @Test
    void fullListsTakeOnlyWhatTakesThePlaceOfAnother() throws Exception {
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.open();
            for (int i = 0; i < PostingLists.MOST_ENTRIES; i++) {
                list(harness, ControlAction.BLOCK, "employer " + i);
            }
            list(harness, ControlAction.BLOCK, "one more");
            list(harness, ControlAction.ALLOW, "employer 7");
            list(harness, ControlAction.UNLIST, "employer 8");
            list(harness, ControlAction.BLOCK, "one more");

            List<Boolean> accepted = accepted(harness);
            assertEquals(
                    List.of(false, true, true, true),
                    accepted.subList(PostingLists.MOST_ENTRIES, PostingLists.MOST_ENTRIES + 4));
        }
    }

    private void list(
            KeyedOneInputStreamOperatorTestHarness<String, ControlCommand, DeploymentRecord> harness,
            ControlAction action,
            String employer)
            throws Exception {
        commands++;
        harness.processElement(
                ControlCommand.newBuilder()
                        .setCommandId("command " + commands)
                        .setAction(action)
                        .setListKind("employer")
                        .setListValue(employer)
                        .setIssuedBy("mai")
                        .setIssuedAt(NOW)
                        .build(),
                0);
    }

    private void give(
            KeyedOneInputStreamOperatorTestHarness<String, ControlCommand, DeploymentRecord> harness,
            ControlAction action,
            String digest)
            throws Exception {
        commands++;
        harness.processElement(
                ControlCommand.newBuilder()
                        .setCommandId("command " + commands)
                        .setAction(action)
                        .setDigest(digest)
                        .setUri(action == ControlAction.PUBLISH ? "file:/" + digest : "")
                        .setShare(action == ControlAction.CANARY ? 0.5 : 0)
                        .build(),
                0);
    }

    private static List<Boolean> accepted(
            KeyedOneInputStreamOperatorTestHarness<String, ControlCommand, DeploymentRecord> harness) {
        assertFalse(statuses(harness).isEmpty());
        return statuses(harness).stream().map(ControlStatus::getAccepted).toList();
    }

    private static List<ControlStatus> statuses(
            KeyedOneInputStreamOperatorTestHarness<String, ControlCommand, DeploymentRecord> harness) {
        return harness.getSideOutput(ControlOutputs.STATUS).stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ControlCommand, DeploymentRecord> harness(
            Deployment start) throws Exception {
        return harness(start, Deployment.NONE);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ControlCommand, DeploymentRecord> harness(
            Deployment start, Deployment successor) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new ControlFunction(
                        new ExampleStore(), Succession.of(start, successor), Clock.fixed(NOW, ZoneOffset.UTC))),
                command -> "deployment",
                Types.STRING);
    }
}
