package org.lurewatch.job.start;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.lurewatch.job.resume.CheckpointContent;
import org.lurewatch.job.resume.FoundCheckpoint;
import org.lurewatch.job.resume.GroupFolder;
import org.lurewatch.job.resume.StateNote;

/**
 * What a run goes on from.
 *
 * @param run its number in the group
 * @param pointer the checkpoint or savepoint, or empty where it starts anew
 * @param isOwn whether the checkpoint is of this run, so that Flink may delete it once a newer one is finished
 * @param named what a person named for the run to start from, to be noted until the run has a checkpoint of its own
 * @param words the same in words
 */
record Resumption(int run, Optional<String> pointer, boolean isOwn, Optional<String> named, String words) {
    /** Of a job that keeps no checkpoints. */
    static final Resumption NOTHING = new Resumption(0, Optional.empty(), false, Optional.empty(), "");

    private static final String REMEDY = "; name another with --from, or start anew with --fresh";

    /**
     * Decides it.
     *
     * @param note about the run before, if there was one and its note can be read
     * @throws IOException if the group's folder cannot be read
     */
    static Resumption of(GroupFolder folder, Optional<StateNote> note, Beginning beginning, Instant now)
            throws IOException {
        if (beginning.fresh()) {
            return new Resumption(
                    nextRun(folder, note), Optional.empty(), false, Optional.empty(), "starting anew, as --fresh says");
        }
        if (beginning.from().isPresent()) {
            return named(nextRun(folder, note), beginning.from().get());
        }
        int run = note.map(StateNote::run).orElse(1);
        Optional<FoundCheckpoint> newest = folder.newest(run);
        if (newest.isPresent()) {
            return new Resumption(
                    run,
                    Optional.of(newest.get().folder().toString()),
                    true,
                    Optional.empty(),
                    "going on from " + newest.get().words(now));
        }
        Optional<String> startedFrom = note.flatMap(known -> Optional.ofNullable(known.startedFrom()));
        if (startedFrom.isPresent()) {
            return named(run, startedFrom.get());
        }
        String earlier = note.isEmpty() && folder.hasNeighboursOfEarlierVersions()
                ? "; to go on from one of those of an earlier version beside it, name it with --from"
                : "";
        return new Resumption(
                run,
                Optional.empty(),
                false,
                Optional.empty(),
                "starting anew, for there is no checkpoint in " + folder.run(run) + earlier);
    }

    private static Resumption named(int run, String pointer) {
        return new Resumption(
                run,
                Optional.of(pointer),
                false,
                Optional.of(pointer),
                "going on from " + pointer + ", as --from says");
    }

    private static int nextRun(GroupFolder folder, Optional<StateNote> note) throws IOException {
        return Math.max(folder.newRun(), 1 + note.map(StateNote::run).orElse(0));
    }

    /**
     * Why the state cannot be used.
     *
     * @param content of the checkpoint
     */
    List<String> problems(CheckpointContent content, SwitchedFeatures features) {
        List<String> problems = new ArrayList<>();
        String state = "checkpoint " + content.number() + " in " + pointer.orElseThrow();
        if (!content.missing().isEmpty()) {
            problems.add(state + " lacks " + content.missing().size() + " of its files, such as "
                    + content.missing().iterator().next() + REMEDY);
        }
        List<String> unknown = content.operators().entrySet().stream()
                .filter(operator -> !features.knows(operator.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            problems.add(state + " holds state of operators that this version does not have: "
                    + String.join(", ", unknown) + REMEDY);
        }
        if (features.tasks() > content.mostTasks()) {
            problems.add(state + " can be divided among " + content.mostTasks()
                    + " tasks at most; set parallelism, which is " + features.tasks() + ", to no more");
        }
        return problems;
    }

    /**
     * What Flink has to know.
     *
     * @param dropsState whether some of the state is of what is switched off
     */
    void addTo(Configuration settings, GroupFolder folder, boolean dropsState) {
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.run(run).toString());
        // The folder is this run's alone, and the next start finds the numbers of its checkpoints going on.
        settings.set(CheckpointingOptions.CREATE_CHECKPOINT_SUB_DIR, false);
        pointer.ifPresent(checkpoint -> {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint);
            settings.set(
                    StateRecoveryOptions.RESTORE_MODE, isOwn ? RecoveryClaimMode.CLAIM : RecoveryClaimMode.NO_CLAIM);
            settings.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, dropsState);
        });
    }
}
