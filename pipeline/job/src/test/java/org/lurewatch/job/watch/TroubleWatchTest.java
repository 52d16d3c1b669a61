package org.lurewatch.job.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.watch.FlinkFacts.Failure;

class TroubleWatchTest {
    private static final String DISCONNECTED = """
            org.apache.flink.util.FlinkRuntimeException: Failed to send data to Kafka
            \tat org.example.Writer.write(Writer.java:1)
            Caused by: java.lang.IllegalStateException: outer
            \tat org.example.Sender.send(Sender.java:1)
            Caused by: org.apache.kafka.common.errors.TimeoutException: Expiring 3 record(s)
            \tat org.example.Batch.expire(Batch.java:1)
            """;

    private final TroubleWatch watch = new TroubleWatch();
    private Instant now = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void aQuietJobSaysNothing() {
        for (int i = 0; i < 100; i++) {
            assertEquals(List.of(), next(running(i, 0, i * 10L, 5)));
        }
    }

    @Test
    void aRestartIsToldOnceWithItsRootCauseAndOverWhenACheckpointOfAllTasksIsFinished() {
        next(running(4, 0, 10, 0));
        List<String> told = next(failing(4, 0, new Failure(1, "", DISCONNECTED)));
        assertEquals(1, told.size());
        assertTrue(
                told.get(0)
                        .startsWith("the job restarts: TimeoutException: Expiring 3 record(s). What to do: "
                                + Trouble.RESTART.remedy()),
                told::toString);

        assertEquals(List.of(), next(failing(4, 5, new Failure(1, "", DISCONNECTED))), "a checkpoint was aborted");
        assertEquals(List.of(), next(running(4, 5, 0, 3)), "tasks that run prove nothing yet");
        assertEquals(List.of(), next(failing(4, 5, new Failure(2, "detect", DISCONNECTED))), "the next attempt");
        assertEquals(List.of(), next(running(4, 5, 0, 3)));
        assertEquals(List.of("over after 15 s: the job restarts"), next(running(6, 5, 20, 0)));
        assertEquals(List.of(), next(running(7, 5, 30, 0)));
    }

    @Test
    void whatTheJobHasOutlivedBeforeTheWatchBeganIsNotTold() {
        Failure old = new Failure(1, "", DISCONNECTED);
        FlinkFacts recovered = new FlinkFacts(true, "", List.of(old), 4, 3, "suspending", 10, 0, "");
        assertEquals(List.of(), next(recovered));
        assertEquals(List.of(), next(recovered));
        assertEquals(1, next(failing(4, 3, new Failure(2, "", DISCONNECTED))).size(), "a new one is");
    }

    @Test
    void theTaskIsNamedWhereOneFailed() {
        List<String> told = next(failing(0, 0, new Failure(1, "detect (1/2)", "java.lang.OutOfMemoryError: heap")));
        assertTrue(told.get(0).startsWith("the job restarts: OutOfMemoryError: heap (in task detect (1/2)). "));
    }

    @Test
    void aFailedCheckpointIsToldOnceHoweverManyFollow() {
        next(running(4, 0, 10, 0));
        List<String> told = next(running(4, 5, 20, 0));
        assertTrue(told.get(0).startsWith("a checkpoint failed: Asynchronous task checkpoint failed. What to do"));
        assertEquals(List.of(), next(running(4, 6, 30, 0)));
        assertEquals(List.of("over after 6 s: a checkpoint failed"), next(running(7, 6, 40, 0)));
        assertEquals(1, next(running(7, 8, 50, 0)).size(), "the next failure is another one");
    }

    @Test
    void aCheckpointThatFailedAndWasFollowedByAGoodOneBetweenTwoLooksIsNoTrouble() {
        next(running(4, 0, 10, 0));
        assertEquals(List.of(), next(running(6, 5, 20, 0)));
    }

    @Test
    void ofAFullDiskTheFailedCheckpointsAreOnlyAConsequence() {
        next(running(4, 0, 10, 0));
        List<String> told = next(running(4, 5, 20, 0), Map.of(Trouble.DISK_FULL, "IOException: No space left"));
        assertEquals(1, told.size(), told::toString);
        assertTrue(told.get(0).startsWith("no space is left for checkpoints: IOException: No space left. What to do"));
        assertEquals(List.of(), next(running(4, 6, 20, 0), Map.of(Trouble.DISK_FULL, "IOException: No space left")));
        assertEquals(List.of("over after 6 s: no space is left for checkpoints"), next(running(7, 6, 30, 0)));
    }

    @Test
    void whatDoesNotAnswerIsToldAndWhenItAnswersAgain() {
        for (Trouble trouble : List.of(Trouble.BROKER_LOST, Trouble.REGISTRY_DOWN, Trouble.STORAGE_LOST)) {
            assertEquals(
                    1,
                    next(running(1, 0, 1, 0), Map.of(trouble, "no answer from there"))
                            .size());
            assertEquals(List.of(), next(running(1, 0, 1, 0), Map.of(trouble, "no answer from there")));
            assertEquals(List.of("over after 6 s: " + trouble.what()), next(running(1, 0, 1, 0)));
        }
    }

    @Test
    void aFlinkThatIsAwayIsToldAndNothingIsConcludedFromItsSilence() {
        next(running(4, 0, 10, 0));
        assertEquals(
                "Flink does not answer: ConnectException. What to do: " + Trouble.FLINK_LOST.remedy(),
                watch.next(new JobFacts(tick(), Optional.empty(), Map.of(Trouble.FLINK_LOST, "ConnectException")))
                        .get(0));
        assertEquals(List.of("over after 3 s: Flink does not answer"), next(running(5, 0, 10, 0)));
    }

    @Test
    void aTaskStandsStillIfNothingIsReadForLongWhileInputWaits() {
        int looks = (int) (TroubleWatch.STANDSTILL.toSeconds() / 3);
        next(running(1, 0, 10, 7));
        for (int i = 1; i < looks; i++) {
            assertEquals(List.of(), next(running(1 + i, 0, 10, 7)), "look " + i);
        }
        List<String> told = next(running(50, 0, 10, 7));
        assertTrue(
                told.get(0)
                        .startsWith(
                                "a task stands still: no record was read for 120 s while 7 wait, and the busiest task"
                                        + " is detect. What to do: "),
                told::toString);
        assertEquals(List.of(), next(running(51, 0, 10, 8)));
        assertEquals(List.of("over after 6 s: a task stands still"), next(running(52, 0, 11, 8)));
    }

    @Test
    void nothingStandsStillWithoutInputOrWhileItRestartsOrWithoutABroker() {
        int looks = 2 * (int) (TroubleWatch.STANDSTILL.toSeconds() / 3);
        next(running(1, 0, 10, 7));
        IntStream.range(0, looks).forEach(i -> assertEquals(List.of(), next(running(1, 0, 10, 0))));
        next(running(1, 0, 10, 7), Map.of(Trouble.BROKER_LOST, "away"));
        IntStream.range(0, looks)
                .forEach(i -> assertEquals(List.of(), next(running(1, 0, 10, 7), Map.of(Trouble.BROKER_LOST, "away"))));
        assertEquals(1, next(running(1, 0, 10, 7)).size(), "the broker is back, and that is all");
    }

    @Test
    void stateThatATaskCannotTakeOverIsKnownBeforeAllTasksHaveRunOnce() {
        String refused = "java.lang.Exception: Exception while creating StreamOperatorStateContext.\n"
                + "Caused by: org.apache.flink.util.StateMigrationException: The new serializer is incompatible";
        next(failing(0, 0, new Failure(1, "links", refused)));
        assertEquals(Optional.of("StateMigrationException: The new serializer is incompatible"), watch.unusableState());

        TroubleWatch later = new TroubleWatch();
        later.next(new JobFacts(now, Optional.of(running(1, 0, 1, 0)), Map.of()));
        later.next(new JobFacts(now, Optional.of(failing(1, 0, new Failure(1, "links", refused))), Map.of()));
        assertEquals(Optional.empty(), later.unusableState(), "it did run, so the storage may only be away");
    }

    @Test
    void storageIsAskedOnlyWhenThereIsReasonTo() {
        assertFalse(watch.doubtsStorage(running(4, 3, 1, 0)));
        assertTrue(watch.doubtsStorage(running(4, 5, 1, 0)));
        assertTrue(watch.doubtsStorage(failing(4, 0, new Failure(1, "", "e"))));
        next(running(4, 5, 1, 0), Map.of(Trouble.DISK_FULL, "full"));
        assertTrue(watch.doubtsStorage(running(6, 5, 1, 0)), "so that it is seen when it is over");
    }

    @Test
    void aCauseIsOneHarmlessLine() {
        assertEquals("unknown", RootCause.of(""));
        assertEquals("boom\\u001B[2J", RootCause.of("boom\u001b[2J\n\tat x"));
        assertTrue(RootCause.of("x".repeat(100_000)).length() <= 300);
        assertTrue(RootCause.isFull("java.io.IOException: No space left on device"));
        assertFalse(RootCause.isFull("java.io.IOException: Connection reset"));
    }

    private Instant tick() {
        now = now.plusSeconds(3);
        return now;
    }

    private List<String> next(FlinkFacts flink) {
        return next(flink, Map.of());
    }

    private List<String> next(FlinkFacts flink, Map<Trouble, String> failing) {
        return watch.next(new JobFacts(tick(), Optional.of(flink), failing));
    }

    private static FlinkFacts running(long finished, long failed, long read, long waiting) {
        return new FlinkFacts(
                true, "", List.of(), finished, failed, "Asynchronous task checkpoint failed.", read, waiting, "detect");
    }

    private static FlinkFacts failing(long finished, long failed, Failure failure) {
        return new FlinkFacts(false, "", List.of(failure), finished, failed, "suspending", 0, 0, "");
    }
}
