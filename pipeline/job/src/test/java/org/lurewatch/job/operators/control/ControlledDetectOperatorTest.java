package org.lurewatch.job.operators.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.apache.flink.testutils.logging.LoggerAuditingExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.deployment.CanaryChoice;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.DeploymentRule;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.job.operators.CountedFlow;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.Rejects;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlNews;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;
import org.lurewatch.schemas.WriterSchemas;
import org.slf4j.event.Level;

class ControlledDetectOperatorTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final int SUBTASKS = 2;
    private static final int MAX_PARALLELISM = 4;
    private static final String WAIT = "postings wait, because the champion cannot be used: " + ExampleStore.MISMATCH
            + ". A bundle of this version becomes the champion as soon as it is published:"
            + " lurewatch control publish --bundle DIR";

    static {
        TrustedClasses.register();
    }

    @RegisterExtension
    final LoggerAuditingExtension log = new LoggerAuditingExtension(ControlledDetectOperator.class, Level.WARN);

    @AfterEach
    void allBundlesAreThereAgain() {
        ExampleStore.GONE.clear();
    }

    @Test
    void postingsWaitForTheFirstBundleAcrossARestart() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = harness(Deployment.NONE)) {
            harness.open();
            post(harness, 1, "a lure");
            post(harness, 2, "Packer");
            checkpoint = harness.snapshot(1, 1);
            post(harness, 3, "lost, read again");
            assertEquals(List.of(), harness.extractOutputValues());
        }
        try (var harness = harness(Deployment.NONE)) {
            harness.initializeState(checkpoint);
            harness.open();
            post(harness, 3, "read again");
            assertEquals(List.of(), harness.extractOutputValues());

            deploy(harness, ExampleStore.deployed(ExampleStore.A));
            post(harness, 4, "another");

            assertEquals(List.of("1 a", "2 a", "3 a", "4 a"), decided(harness));
            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(1, counted.get(FlowCounters.WARNED));
            assertEquals(3, counted.get(FlowCounters.CLEARED));
            checkpoint = harness.snapshot(2, 2);
        }
        try (var harness = harness(Deployment.NONE)) {
            harness.initializeState(checkpoint);
            harness.open();
            post(harness, 5, "Packer");
            assertEquals(List.of("5 a"), decided(harness), "none that waited comes twice, and the bundle is known");
        }
    }

    @Test
    void aBrokenRecordDoesNotWaitAndUnknownFieldsAreCountedOnce() throws Exception {
        try (var harness = harness(Deployment.NONE)) {
            harness.open();
            harness.processElement1(ExamplePostings.record(1, "{"), 0);
            harness.processElement1(
                    ExamplePostings.record(2, "{\"identifier\": \"2\", \"title\": \"Cook\", \"x\": 1}"), 0);
            assertEquals(1, harness.getSideOutput(Rejects.TAG).size());
            assertEquals(1, CountedFlow.of(harness).getRejected("MALFORMED_JSON"));

            deploy(harness, ExampleStore.deployed(ExampleStore.A));

            assertEquals(List.of("2 a"), decided(harness));
            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(1, counted.get(FlowCounters.UNKNOWN_FIELDS));
            assertEquals(1, counted.get(FlowCounters.REJECTED));
            assertEquals(1, counted.get(FlowCounters.CLEARED));
        }
    }

    @Test
    void theSettingsBundleDecidesUntilACommandSaysOtherwise() throws Exception {
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.open();
            post(harness, 1, "Packer");
            deploy(harness, ExampleStore.deployed(ExampleStore.B));
            post(harness, 2, "poison");
            post(harness, 3, "Packer");

            assertEquals(List.of("1 a", "3 b"), decided(harness));
            assertEquals(1, harness.getSideOutput(Rejects.TAG).size());
        }
    }

    @Test
    void theOldBundleGoesOnWhereTheNewOneCannotBeLoaded() throws Exception {
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.open();
            ExampleStore.GONE.add(ExampleStore.B);
            deploy(harness, ExampleStore.deployed(ExampleStore.B));
            post(harness, 1, "Packer");

            assertEquals(List.of("1 a"), decided(harness));
            ControlStatus status = only(harness.getSideOutput(ControlOutputs.STATUS));
            assertFalse(status.getAccepted());
            assertEquals("bundle bbbbbbbbbbbb cannot be used here: it is gone", status.getMessage());
        }
    }

    @Test
    void afterARestartAnEarlierChampionGoesOnAndWithoutAnyTheJobFails() throws Exception {
        Deployment deployment = new Deployment(
                5,
                List.of(ExampleStore.bundle(ExampleStore.A), ExampleStore.bundle(ExampleStore.B)),
                ExampleStore.B,
                List.of(ExampleStore.A),
                "",
                "",
                0);
        OperatorSubtaskState checkpoint;
        try (var harness = harness(Deployment.NONE)) {
            harness.open();
            deploy(harness, deployment);
            checkpoint = harness.snapshot(1, 1);
        }
        ExampleStore.GONE.add(ExampleStore.B);
        try (var harness = harness(Deployment.NONE)) {
            harness.initializeState(checkpoint);
            harness.open();
            post(harness, 1, "Packer");
            assertEquals(List.of("1 a"), decided(harness));
        }
        ExampleStore.GONE.add(ExampleStore.A);
        try (var harness = harness(Deployment.NONE)) {
            harness.initializeState(checkpoint);
            String message =
                    assertThrows(IllegalStateException.class, harness::open).getMessage();
            assertTrue(message.contains("bundle bbbbbbbbbbbb") && message.contains("bundle aaaaaaaaaaaa"), message);
        }
    }

    @Test
    void aListHoldsFromTheNextPostingOnAcrossARestart() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.open();
            postOf(harness, 1, "Blue Harbour Ltd");
            list(harness, ControlAction.BLOCK, "blue harbour LTD", null);
            postOf(harness, 2, "Blue Harbour Ltd");
            postOf(harness, 3, "Red Mountain");
            checkpoint = harness.snapshot(1, 1);

            assertEquals(List.of(Verdict.NO_SIGN_FOUND, Verdict.LIKELY_SCAM, Verdict.NO_SIGN_FOUND), verdicts(harness));
            AssessedPosting listed = harness.extractOutputValues().get(1);
            Evidence first = listed.getAssessment().getEvidence().get(0);
            assertEquals("list.block", first.getSignal());
            assertEquals("on your block list since 2026-11-01: complaints (mai)", first.getPhrase());
            assertEquals(Verdict.NO_SIGN_FOUND, listed.getUnlisted(), "what campaigns and vetoes go by");
            assertNull(harness.extractOutputValues().get(2).getUnlisted());
            CountedFlow counted = CountedFlow.of(harness);
            assertEquals(1, counted.get(FlowCounters.WARNED));
            assertEquals(2, counted.get(FlowCounters.CLEARED));
        }
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.initializeState(checkpoint);
            harness.open();
            postOf(harness, 4, "Blue Harbour Ltd");
            list(harness, ControlAction.UNLIST, "Blue Harbour Ltd", null);
            postOf(harness, 5, "Blue Harbour Ltd");

            assertEquals(List.of(Verdict.LIKELY_SCAM, Verdict.NO_SIGN_FOUND), verdicts(harness));
        }
    }

    @Test
    void anEntryEndsByTheClockOfTheTask() throws Exception {
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.open();
            list(harness, ControlAction.BLOCK, "Blue Harbour Ltd", NOW);
            list(harness, ControlAction.BLOCK, "Red Mountain", NOW.plusMillis(1));
            postOf(harness, 1, "Blue Harbour Ltd");
            postOf(harness, 2, "Red Mountain");

            assertEquals(List.of(Verdict.NO_SIGN_FOUND, Verdict.LIKELY_SCAM), verdicts(harness));
        }
    }

    @Test
    void theShadowIsComparedWithTheBundleAndNotWithTheLists() throws Exception {
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.open();
            deploy(
                    harness,
                    new Deployment(
                            5,
                            List.of(ExampleStore.bundle(ExampleStore.A), ExampleStore.bundle(ExampleStore.B)),
                            ExampleStore.A,
                            List.of(),
                            ExampleStore.B,
                            "",
                            0));
            list(harness, ControlAction.BLOCK, "Blue Harbour Ltd", null);
            postOf(harness, 1, "Blue Harbour Ltd");

            ShadowScore score = only(harness.getSideOutput(ControlOutputs.SHADOW_SCORES));
            assertEquals(Verdict.NO_SIGN_FOUND, score.getChampion().getVerdict());
            assertEquals(Verdict.NO_SIGN_FOUND, score.getShadow().getVerdict());
        }
    }

    @Test
    void whatWaitedLeavesAtOnceWhenTheTaskStartsWithABundle() throws Exception {
        OperatorSubtaskState checkpoint = threeWaiting();
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.initializeState(checkpoint);
            harness.open();
            assertEquals(List.of(), harness.extractOutputValues(), "nothing is emitted before the task runs");

            harness.setProcessingTime(1);

            assertEquals(List.of("1 a", "2 a", "3 a"), decided(harness));
            post(harness, 4, "Packer");
            assertEquals(List.of("1 a", "2 a", "3 a", "4 a"), decided(harness), "and only once");
        }
    }

    @Test
    void aPostingThatComesAtOnceDoesNotOvertakeThoseThatWaited() throws Exception {
        OperatorSubtaskState checkpoint = threeWaiting();
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.initializeState(checkpoint);
            harness.open();
            post(harness, 4, "Packer");
            harness.setProcessingTime(1);

            assertEquals(List.of("1 a", "2 a", "3 a", "4 a"), decided(harness));
        }
    }

    @Test
    void afterAnUpgradePostingsWaitForABundleAndOneTaskSaysWhyOnce() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var harness = harness(ExampleStore.deployed(ExampleStore.OLD));
                var other = harness(ExampleStore.deployed(ExampleStore.OLD), Deployment.NONE, 1)) {
            run(harness);
            run(other);
            post(harness, 1, "a lure");
            post(harness, 2, "Packer");
            // Another command changes nothing.
            deploy(harness, outdated(""));
            deploy(other, outdated(""));

            assertEquals(List.of(WAIT), log.getMessages());
            ControlStatus status = only(harness.getSideOutput(ControlOutputs.STATUS));
            assertEquals(WAIT, status.getMessage());
            assertEquals(ExampleStore.OLD, status.getChampion());
            assertFalse(status.getAccepted());
            assertNull(other.getSideOutput(ControlOutputs.STATUS));
            assertEquals(List.of(), harness.extractOutputValues());
            checkpoint = harness.snapshot(1, 1);
        }
        try (var harness = harness(Deployment.NONE)) {
            harness.initializeState(checkpoint);
            run(harness);
            post(harness, 3, "Cook");
            assertEquals(List.of(), harness.extractOutputValues());

            deploy(harness, DeploymentRule.succeeded(outdated(""), Optional.of(ExampleStore.bundle(ExampleStore.A))));

            assertEquals(List.of("1 a", "2 a", "3 a"), decided(harness));
        }
    }

    @Test
    void commandsOfAnEarlierVersionThatAreReadAgainSayItToo() throws Exception {
        try (var harness = harness(Deployment.NONE)) {
            run(harness);
            assertEquals(List.of(), log.getMessages(), "before the first command there is nothing to say");

            deploy(harness, outdated(""));
            post(harness, 1, "Packer");

            assertEquals(List.of(WAIT), log.getMessages());
            assertEquals(List.of(), harness.extractOutputValues());
        }
    }

    @Test
    void theSuccessorInTheSettingsDecidesAtOnce() throws Exception {
        OperatorSubtaskState checkpoint = threeWaiting();
        try (var harness = harness(ExampleStore.deployed(ExampleStore.OLD), ExampleStore.deployed(ExampleStore.A), 0)) {
            harness.initializeState(checkpoint);
            run(harness);

            assertEquals(List.of("1 a", "2 a", "3 a"), decided(harness));
            String message = "the champion cannot be used: " + ExampleStore.MISMATCH
                    + ". bundle aaaaaaaaaaaa decides instead, as detection.successor says";
            assertEquals(List.of(message), log.getMessages());
            assertEquals(
                    message, only(harness.getSideOutput(ControlOutputs.STATUS)).getMessage());
            // The first command makes it the champion in everybody's eyes.
            deploy(harness, DeploymentRule.succeeded(outdated(""), Optional.of(ExampleStore.bundle(ExampleStore.A))));
            post(harness, 4, "Packer");
            assertEquals(List.of("1 a", "2 a", "3 a", "4 a"), decided(harness));
            assertEquals(1, log.getMessages().size());
        }
    }

    @Test
    void anOutdatedShadowIsLeftOutAndReported() throws Exception {
        try (var harness = harness(Deployment.NONE)) {
            run(harness);
            deploy(
                    harness,
                    DeploymentRule.succeeded(
                            outdated(ExampleStore.OLD), Optional.of(ExampleStore.bundle(ExampleStore.A))));
            post(harness, 1, "Packer");

            assertEquals(List.of("1 a"), decided(harness));
            assertEquals(
                    ExampleStore.MISMATCH,
                    only(harness.getSideOutput(ControlOutputs.STATUS)).getMessage());
            assertNull(harness.getSideOutput(ControlOutputs.SHADOW_SCORES));
        }
    }

    /** A checkpoint in which three postings wait. */
    private static OperatorSubtaskState threeWaiting() throws Exception {
        try (var harness = harness(Deployment.NONE)) {
            run(harness);
            post(harness, 1, "a lure");
            post(harness, 2, "Packer");
            post(harness, 3, "Cook");
            return harness.snapshot(1, 1);
        }
    }

    private static Deployment outdated(String shadow) {
        return new Deployment(
                5, List.of(ExampleStore.bundle(ExampleStore.OLD)), ExampleStore.OLD, List.of(), shadow, "", 0);
    }

    @Test
    void aShadowScoresBesideTheChampionAndNeverTouchesIt() throws Exception {
        try (var harness = harness(Deployment.NONE)) {
            harness.open();
            deploy(harness, withCanary(ExampleStore.C, "", 0));
            post(harness, 1, "a lure");
            post(harness, 2, "breaks C");
            post(harness, 3, "Packer");

            assertEquals(List.of("1 a", "2 a", "3 a"), decided(harness));
            List<ShadowScore> scores = harness.getSideOutput(ControlOutputs.SHADOW_SCORES).stream()
                    .map(StreamRecord::getValue)
                    .toList();
            assertEquals(
                    List.of("1", "3"),
                    scores.stream().map(ShadowScore::getPostingId).toList());
            assertEquals(ExampleStore.A, scores.get(0).getChampion().getDigest());
            assertEquals(ExampleStore.C, scores.get(0).getShadow().getDigest());
            assertEquals(0.97, scores.get(0).getShadow().getScore());
        }
    }

    @Test
    void aCanaryDecidesItsShareAndTheShadowLooksAtTheRest() throws Exception {
        try (var harness = harness(Deployment.NONE)) {
            harness.open();
            deploy(harness, withCanary(ExampleStore.C, ExampleStore.B, 0.5));
            for (int posting = 0; posting < 200; posting++) {
                post(harness, posting, "Packer");
            }

            List<String> decided = decided(harness);
            long canary = decided.stream().filter(each -> each.endsWith("b")).count();
            assertTrue(canary > 60 && canary < 140, () -> "by the canary: " + canary);
            assertEquals(200, decided.size());
            assertEquals(
                    200 - canary,
                    harness.getSideOutput(ControlOutputs.SHADOW_SCORES).size());
        }
    }

    @Test
    void theCanarysShareIsDrawnByTheIdThatTheWarningHas() throws Exception {
        try (var harness = harness(Deployment.NONE)) {
            harness.open();
            deploy(harness, withCanary("", ExampleStore.B, 0.5));
            for (int posting = 0; posting < 100; posting++) {
                harness.processElement1(
                        ExamplePostings.record(posting, "{\"identifier\": \"" + posting + "\", \"title\": \"Packer\"}"),
                        0);
            }

            for (AssessedPosting assessed : harness.extractOutputValues()) {
                boolean canary = CanaryChoice.isCanary(assessed.getAssessment().getWarningId(), 0.5);
                assertEquals(
                        canary ? ExampleStore.B : ExampleStore.A,
                        assessed.getAssessment().getBundle().getDigest());
            }
        }
    }

    @Test
    void moreThanThereIsRoomForStopsTheJob() throws Exception {
        try (var harness = harness(Deployment.NONE)) {
            harness.open();
            // As large as a record may be by default, with blanks behind the posting.
            byte[] value = Arrays.copyOf(
                    ExamplePostings.json("1", "Packer").getBytes(StandardCharsets.UTF_8),
                    PostingLimits.DEFAULT.maxPostingBytes());
            Arrays.fill(value, ExamplePostings.json("1", "Packer").length(), value.length, (byte) ' ');
            SourceRecord large = ExamplePostings.record(1, value);
            long room = ControlledDetectOperator.MOST_WAITING_BYTES / value.length;
            for (int posting = 0; posting < room; posting++) {
                harness.processElement1(large, 0);
            }

            String message = assertThrows(IllegalStateException.class, () -> harness.processElement1(large, 0))
                    .getMessage();
            assertTrue(message.startsWith(room + 1 + " postings wait for a bundle"), message);
        }
    }

    @Test
    void nothingIsToldOfAShadowThatIsNotThere() throws Exception {
        try (var harness = harness(ExampleStore.deployed(ExampleStore.A))) {
            harness.open();
            post(harness, 1, "a lure");
            assertNull(harness.getSideOutput(ControlOutputs.SHADOW_SCORES));
        }
    }

    private static Deployment withCanary(String shadow, String canary, double share) {
        return new Deployment(
                3,
                List.of(
                        ExampleStore.bundle(ExampleStore.A),
                        ExampleStore.bundle(ExampleStore.B),
                        ExampleStore.bundle(ExampleStore.C)),
                ExampleStore.A,
                List.of(),
                shadow,
                canary,
                share);
    }

    private static List<String> decided(
            TwoInputStreamOperatorTestHarness<SourceRecord, ControlNews, AssessedPosting> harness) {
        return harness.extractOutputValues().stream()
                .map(AssessedPosting::getAssessment)
                .map(warning -> warning.getPostingId() + " "
                        + warning.getBundle().getDigest().charAt(0))
                .toList();
    }

    private static <T> T only(Iterable<StreamRecord<T>> records) {
        var all = records.iterator();
        T first = all.next().getValue();
        assertFalse(all.hasNext());
        return first;
    }

    private static void post(
            TwoInputStreamOperatorTestHarness<SourceRecord, ControlNews, AssessedPosting> harness,
            long offset,
            String title)
            throws Exception {
        harness.processElement1(record(offset, title), 0);
    }

    private static void deploy(
            TwoInputStreamOperatorTestHarness<SourceRecord, ControlNews, AssessedPosting> harness,
            Deployment deployment)
            throws Exception {
        harness.processElement2(
                ControlNews.newBuilder()
                        .setDeployment(DeploymentRecords.toAvro(deployment))
                        .build(),
                0);
    }

    private static SourceRecord record(long offset, String title) {
        return ExamplePostings.record(offset, ExamplePostings.json(String.valueOf(offset), title));
    }

    private static TwoInputStreamOperatorTestHarness<SourceRecord, ControlNews, AssessedPosting> harness(
            Deployment start) throws Exception {
        return harness(start, Deployment.NONE, 0);
    }

    /** @param subtask of two */
    private static TwoInputStreamOperatorTestHarness<SourceRecord, ControlNews, AssessedPosting> harness(
            Deployment start, Deployment successor, int subtask) throws Exception {
        return new TwoInputStreamOperatorTestHarness<>(
                new ControlledDetectOperator(
                        () -> new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known()),
                        new ExampleStore(),
                        Succession.of(start, successor),
                        Clock.fixed(NOW, ZoneOffset.UTC)),
                MAX_PARALLELISM,
                SUBTASKS,
                subtask);
    }

    private static void postOf(
            TwoInputStreamOperatorTestHarness<SourceRecord, ControlNews, AssessedPosting> harness,
            int offset,
            String employer)
            throws Exception {
        harness.processElement1(
                ExamplePostings.record(
                        offset,
                        "{\"identifier\": \"" + offset
                                + "\", \"title\": \"Cook\", \"hiringOrganization\": {\"name\": \"" + employer + "\"}}"),
                0);
    }

    private static void list(
            TwoInputStreamOperatorTestHarness<SourceRecord, ControlNews, AssessedPosting> harness,
            ControlAction action,
            String employer,
            Instant until)
            throws Exception {
        ControlCommand command = ControlCommand.newBuilder()
                .setCommandId("c " + employer)
                .setAction(action)
                .setListKind("employer")
                .setListValue(employer)
                .setReason("complaints")
                .setIssuedBy("mai")
                .setIssuedAt(Instant.parse("2026-11-01T12:00:00Z"))
                .setUntil(until)
                .build();
        harness.processElement2(ControlNews.newBuilder().setListed(command).build(), 0);
    }

    private static List<Verdict> verdicts(
            TwoInputStreamOperatorTestHarness<SourceRecord, ControlNews, AssessedPosting> harness) {
        return harness.extractOutputValues().stream()
                .map(each -> each.getAssessment().getVerdict())
                .toList();
    }

    /** Lets happen what a task does as soon as it runs. */
    private static void run(TwoInputStreamOperatorTestHarness<SourceRecord, ControlNews, AssessedPosting> harness)
            throws Exception {
        harness.open();
        harness.setProcessingTime(1);
    }
}
