package org.lurewatch.job.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.job.watch.FlinkFacts.Failure;

/**
 * The rule by which what is known of a job becomes lines for its operator: one when a trouble begins, with cause and
 * remedy, and one when it is over. What repeats a trouble that is not over is not told again, nor what only follows from
 * one that was told. Not for several threads. See RATIONALE.md, "Troubles are asked for, not caught".
 */
public final class TroubleWatch {
    /** Longer than any task takes over one record, however busy the machine. */
    static final Duration STANDSTILL = Duration.ofMinutes(2);

    /** Flink aborts the checkpoint under way when a job restarts, and counts it among those that failed. */
    private static final String ABORTED_BY_RESTART = "suspending";

    private final Map<Trouble, Instant> open = new EnumMap<>(Trouble.class);
    private final List<String> lines = new ArrayList<>();
    private boolean everLooked;
    private boolean everRan;
    private String unusable;
    private long newestFailure;
    private long finishedAtFailure;
    private long failedCheckpoint;
    private long read;
    private Instant lastRead = Instant.MAX;

    /** What there is to say about these facts, after all that were given before. */
    public List<String> next(JobFacts facts) {
        lines.clear();
        probed(facts);
        facts.flink().ifPresent(flink -> {
            restarts(flink, facts.at());
            checkpoints(flink, facts.at());
            flow(flink, facts.at());
        });
        return List.copyOf(lines);
    }

    /** Why the state cannot be taken over, where a task fails at that before all tasks have run once. */
    public Optional<String> unusableState() {
        return Optional.ofNullable(unusable);
    }

    /** Whether it is worth trying to write where checkpoints lie. */
    boolean doubtsStorage(FlinkFacts flink) {
        return !flink.allTasksRun()
                || flink.newestFailed() > flink.newestFinished()
                || open.containsKey(Trouble.DISK_FULL)
                || open.containsKey(Trouble.STORAGE_LOST);
    }

    private void probed(JobFacts facts) {
        for (Trouble trouble : List.of(
                Trouble.FLINK_LOST,
                Trouble.BROKER_LOST,
                Trouble.DISK_FULL,
                Trouble.STORAGE_LOST,
                Trouble.REGISTRY_DOWN)) {
            String reason = facts.failing().get(trouble);
            if (reason != null) {
                begin(trouble, reason, facts.at());
            } else {
                end(trouble, facts.at());
            }
        }
    }

    private void restarts(FlinkFacts flink, Instant at) {
        if (!everLooked && flink.allTasksRun()) {
            // The job has outlived what Flink remembers of the time before this watch.
            newestFailure = newest(flink).map(Failure::millis).orElse(0L);
        }
        everLooked = true;
        Optional<Failure> failure = newest(flink).filter(newest -> newest.millis() > newestFailure);
        if (failure.isPresent()) {
            newestFailure = failure.get().millis();
            finishedAtFailure = flink.newestFinished();
            String stackTrace = failure.get().stackTrace();
            String task = failure.get().task();
            String cause = RootCause.of(stackTrace);
            if (!everRan && RootCause.isOfState(stackTrace)) {
                unusable = cause;
            }
            begin(Trouble.RESTART, task.isEmpty() ? cause : cause + " (in task " + task + ")", at);
        } else if (flink.allTasksRun()) {
            everRan = true;
            // Tasks that run for a moment between two failures prove nothing, but a checkpoint of all of them does.
            if (flink.newestFinished() > finishedAtFailure) {
                end(Trouble.RESTART, at);
            }
        }
    }

    private static Optional<Failure> newest(FlinkFacts flink) {
        return flink.failures().stream().max(Comparator.comparingLong(Failure::millis));
    }

    private void checkpoints(FlinkFacts flink, Instant at) {
        if (flink.newestFailed() > failedCheckpoint) {
            failedCheckpoint = flink.newestFailed();
            boolean isKnown = open.containsKey(Trouble.RESTART)
                    || open.containsKey(Trouble.DISK_FULL)
                    || open.containsKey(Trouble.STORAGE_LOST)
                    || flink.whyFailed().contains(ABORTED_BY_RESTART);
            if (!isKnown && flink.newestFinished() < failedCheckpoint) {
                begin(Trouble.CHECKPOINT_FAILED, RootCause.of(flink.whyFailed()), at);
            }
        }
        if (flink.newestFinished() > failedCheckpoint) {
            end(Trouble.CHECKPOINT_FAILED, at);
        }
    }

    private void flow(FlinkFacts flink, Instant at) {
        boolean moves = flink.read() != read || flink.waiting() == 0;
        if (moves || !flink.allTasksRun() || open.containsKey(Trouble.BROKER_LOST) || lastRead.isAfter(at)) {
            lastRead = at;
        }
        read = flink.read();
        Duration still = Duration.between(lastRead, at);
        if (still.compareTo(STANDSTILL) >= 0) {
            String busiest = flink.busiest().isEmpty() ? "" : ", and the busiest task is " + flink.busiest();
            begin(
                    Trouble.STANDS_STILL,
                    "no record was read for " + still.toSeconds() + " s while " + flink.waiting() + " wait" + busiest,
                    at);
        } else if (moves) {
            end(Trouble.STANDS_STILL, at);
        }
    }

    private void begin(Trouble trouble, String cause, Instant at) {
        if (open.putIfAbsent(trouble, at) == null) {
            lines.add(trouble.what() + ": " + cause + ". What to do: " + trouble.remedy());
        }
    }

    private void end(Trouble trouble, Instant at) {
        Instant since = open.remove(trouble);
        if (since != null) {
            lines.add("over after " + Duration.between(since, at).toSeconds() + " s: " + trouble.what());
        }
    }
}
