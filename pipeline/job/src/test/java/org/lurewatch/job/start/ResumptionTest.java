package org.lurewatch.job.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.job.resume.CheckpointContent;
import org.lurewatch.job.resume.GroupFolder;
import org.lurewatch.job.resume.StateNote;

class ResumptionTest {
    private static final Beginning FRESH = new Beginning(true, Optional.empty());
    private static final Beginning FROM = new Beginning(false, Optional.of("file:/old/chk-5"));

    @TempDir
    private Path directory;

    @Test
    void theFirstRunOfAGroupStartsAnew() throws IOException {
        Resumption first = of(Optional.empty(), Beginning.GOING_ON);
        assertEquals(1, first.run());
        assertEquals(Optional.empty(), first.pointer());
        assertTrue(first.words().startsWith("starting anew, for there is no checkpoint in "), first.words());

        Files.createDirectories(directory.resolve("0123456789abcdef0123456789abcdef"));
        assertTrue(of(Optional.empty(), Beginning.GOING_ON).words().endsWith("name it with --from"));
    }

    @Test
    void aRunGoesOnFromItsNewestCheckpointWhichIsItsOwn() throws IOException {
        finished("run-2/chk-412");

        Resumption next = of(Optional.of(note(2, null)), Beginning.GOING_ON);

        assertEquals(2, next.run());
        assertTrue(next.pointer().orElseThrow().endsWith("/lurewatch/run-2/chk-412"));
        assertTrue(next.isOwn());
        assertTrue(next.words().matches("going on from checkpoint 412, \\d+ \\w+ old"), next.words());
        Configuration settings = settings(next, false);
        assertEquals(RecoveryClaimMode.CLAIM, settings.get(StateRecoveryOptions.RESTORE_MODE));
        assertFalse(settings.get(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE));
        assertTrue(settings.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY).endsWith("/lurewatch/run-2"));
    }

    @Test
    void startingAnewTouchesNothingOfTheRunBefore() throws IOException {
        finished("run-2/chk-412");

        Resumption fresh = of(Optional.of(note(2, null)), FRESH);

        assertEquals(3, fresh.run());
        assertEquals(Optional.empty(), fresh.pointer());
        assertFalse(settings(fresh, false).contains(StateRecoveryOptions.SAVEPOINT_PATH));
        assertEquals(3, of(Optional.empty(), FRESH).run(), "also where the note cannot be read");
    }

    @Test
    void whatAPersonNamesIsGoneOnFromUntilTheRunHasACheckpointOfItsOwn() throws IOException {
        finished("run-2/chk-412");
        Resumption named = of(Optional.of(note(2, null)), FROM);
        assertEquals(3, named.run());
        assertEquals(FROM.from(), named.pointer());
        assertEquals(RecoveryClaimMode.NO_CLAIM, settings(named, true).get(StateRecoveryOptions.RESTORE_MODE));
        assertTrue(settings(named, true).get(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE));

        Resumption killed = of(Optional.of(note(3, "file:/old/chk-5")), Beginning.GOING_ON);
        assertEquals(3, killed.run());
        assertEquals(FROM.from(), killed.pointer());
        assertEquals(FROM.from(), killed.named());

        finished("run-3/chk-6");
        Resumption later = of(Optional.of(note(3, "file:/old/chk-5")), Beginning.GOING_ON);
        assertTrue(later.pointer().orElseThrow().endsWith("/run-3/chk-6"));
        assertEquals(Optional.empty(), later.named());
    }

    @Test
    void stateThatCannotBeUsedIsRefusedWithAllReasons() throws IOException {
        finished("run-1/chk-7");
        Resumption next = of(Optional.of(note(1, null)), Beginning.GOING_ON);
        SwitchedFeatures features = new SwitchedFeatures(Set.of("a", "b"), Map.of("c", "campaigns"), 200);
        CheckpointContent good = new CheckpointContent(7, Map.of("a", "detect", "c", "ledger"), 200, Set.of());
        assertEquals(List.of(), next.problems(good, features));
        assertEquals(List.of("campaigns"), features.droppedFrom(good.operators().keySet()));

        CheckpointContent bad =
                new CheckpointContent(7, Map.of("a", "detect", "x", "other"), 128, Set.of("file:/lost"));
        List<String> problems = next.problems(bad, features);
        assertEquals(3, problems.size());
        assertTrue(problems.get(0).contains("lacks 1 of its files, such as file:/lost"), problems::toString);
        assertTrue(problems.get(1).contains("that this version does not have: other"), problems::toString);
        assertTrue(
                problems.get(2).contains("among 128 tasks at most; set parallelism, which is 200"), problems::toString);
    }

    private Configuration settings(Resumption resumption, boolean dropsState) {
        Configuration settings = new Configuration();
        resumption.addTo(settings, folder(), dropsState);
        return settings;
    }

    private Resumption of(Optional<StateNote> note, Beginning beginning) throws IOException {
        return Resumption.of(folder(), note, beginning, Instant.parse("2026-11-30T10:00:00Z"));
    }

    private static StateNote note(int run, String startedFrom) {
        return new StateNote(StateNote.FORMAT, "0.2.0", "cluster", Map.of(), run, startedFrom);
    }

    private GroupFolder folder() {
        return GroupFolder.of(directory.toUri().toString(), "lurewatch");
    }

    private void finished(String checkpoint) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("lurewatch").resolve(checkpoint));
        Files.writeString(folder.resolve("_metadata"), "all");
    }
}
