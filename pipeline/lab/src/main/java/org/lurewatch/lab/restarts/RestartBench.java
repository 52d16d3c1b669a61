package org.lurewatch.lab.restarts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.cluster.RunProcess;
import org.lurewatch.lab.faults.FaultAudit;
import org.lurewatch.lab.faults.FaultRecords;
import org.lurewatch.lab.faults.FaultTimes;
import org.lurewatch.lab.faults.FaultTraffic;

/**
 * Kills {@code lurewatch run} while records go through it, each time at a chosen moment, starts it again with the same
 * settings, and finds out whether any record was lost or came out twice.
 *
 * @param main class of the command line
 * @param folder where settings, checkpoints and logs lie
 * @param bundle folder of the model bundle
 * @param bootstrapServers the broker
 * @param campaigns whether the job remembers campaigns
 * @param progress receives a line a kill
 */
public record RestartBench(
        String main, Path folder, Path bundle, String bootstrapServers, boolean campaigns, Consumer<String> progress) {
    private static final String GROUP = "lurewatch";
    /** Checkpoints of little state take some milliseconds. */
    private static final Duration FAST = Duration.ofMillis(1);

    private static final Duration SLOW = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Pattern GOING_ON = Pattern.compile("going on from checkpoint (\\d+), ");

    /** Longer than a bench: the first checkpoint never comes. */
    private static final String RARELY = "10m";

    private static final String OFTEN = "1s";
    private static final int QUIET_CHECKPOINTS = 2;

    /**
     * Kills and starts the run at each of these moments in turn.
     *
     * @param audit to be filled
     * @param perSecond records sent in a second
     * @throws LabException where the run ends by itself, or does not go on where it should
     */
    public FaultAudit.Result run(List<Moment> moments, FaultRecords records, FaultAudit audit, double perSecond)
            throws IOException, InterruptedException {
        RunProcess process = start(moments.get(0));
        try {
            awaitReading(process);
            try (FaultTraffic traffic =
                    new FaultTraffic(bootstrapServers, records, audit, new FaultTimes(), perSecond)) {
                for (int i = 0; i < moments.size(); ) {
                    Moment moment = moments.get(i);
                    boolean isHit = kill(process, moment, traffic);
                    i += isHit ? 1 : 0;
                    process = start(i < moments.size() ? moments.get(i) : Moment.BETWEEN_CHECKPOINTS);
                    awaitReading(process);
                    progress.accept("killed " + moment.spelling() + (isHit ? "" : ", too late") + ". "
                            + goingOn(process.printed()));
                }
                long before = checkpoints().finished();
                await(
                        process,
                        traffic,
                        "a checkpoint",
                        FAST,
                        () -> checkpoints().finished() > before);
                traffic.stopSending();
                return settle(process, audit, traffic);
            }
        } finally {
            process.kill();
        }
    }

    /** Waits for the moment and kills. @return whether it was that moment still when the process was gone */
    private boolean kill(RunProcess process, Moment moment, FaultTraffic traffic) throws InterruptedException {
        CheckpointsSeen seen = checkpoints();
        long before = seen.finished();
        switch (moment) {
            case BEFORE_THE_FIRST_CHECKPOINT -> awaitMore(process, traffic, 0);
            case BETWEEN_CHECKPOINTS -> {
                await(process, traffic, "a checkpoint", FAST, () -> seen.finished() > before);
                awaitMore(process, traffic, process.counted().getOrDefault(FlowCounters.IN, 0L));
            }
            case DURING_A_CHECKPOINT ->
                await(process, traffic, "a checkpoint to begin", FAST, () -> {
                    long finished = seen.finished();
                    return finished > before && seen.begun() > finished;
                });
            case AT_THE_END_OF_A_CHECKPOINT ->
                await(process, traffic, "a checkpoint", FAST, () -> seen.finished() > before);
        }
        process.kill();
        return moment != Moment.DURING_A_CHECKPOINT || seen.begun() > seen.finished();
    }

    private void awaitMore(RunProcess process, FaultTraffic traffic, long than) throws InterruptedException {
        await(
                process,
                traffic,
                "records to be read",
                SLOW,
                () -> process.counted().getOrDefault(FlowCounters.IN, 0L) > than);
    }

    /** Waits until it reads. @throws LabException where it does not go on from the newest finished checkpoint */
    private void awaitReading(RunProcess process) throws InterruptedException {
        long checkpoint = checkpoints().finished();
        await(process, "the run to read", SLOW, process::isReading);
        Matcher matcher = GOING_ON.matcher(process.printed());
        long from = matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
        if (from != checkpoint) {
            throw new LabException(
                    "the newest finished checkpoint was " + checkpoint + ", but the run said: " + process.printed());
        }
    }

    private static String goingOn(String printed) {
        return printed.lines()
                .filter(line -> line.startsWith("Run "))
                .findFirst()
                .orElse("nothing was said");
    }

    private FaultAudit.Result settle(RunProcess process, FaultAudit audit, FaultTraffic traffic)
            throws InterruptedException {
        await(
                process,
                traffic,
                "everything to come out, of " + audit.equation(),
                SLOW,
                () -> audit.isComplete(process.counted()));
        int came;
        do {
            came = audit.came();
            // Whatever comes a second time has come by then.
            long enough = checkpoints().finished() + QUIET_CHECKPOINTS;
            await(
                    process,
                    traffic,
                    "more checkpoints",
                    SLOW,
                    () -> checkpoints().finished() >= enough);
        } while (audit.came() != came);
        return audit.result(process.counted());
    }

    @FunctionalInterface
    private interface Condition {
        boolean isTrue() throws InterruptedException;
    }

    private static void await(
            RunProcess process, FaultTraffic traffic, String what, Duration pause, Condition condition)
            throws InterruptedException {
        await(process, what, pause, () -> {
            traffic.requireWell();
            return condition.isTrue();
        });
    }

    private static void await(RunProcess process, String what, Duration pause, Condition condition)
            throws InterruptedException {
        long since = System.nanoTime();
        while (!condition.isTrue()) {
            process.requireAlive();
            if (System.nanoTime() - since > LONGEST.toNanos()) {
                throw new LabException("waited " + LONGEST.toSeconds() + " s in vain for " + what + "; the run said: "
                        + process.printed());
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private CheckpointsSeen checkpoints() {
        return new CheckpointsSeen(folder.resolve("checkpoints").resolve(GROUP).resolve("run-1"));
    }

    private RunProcess start(Moment next) throws IOException {
        Path config = folder.resolve("job.yaml");
        Files.writeString(config, settings(next == Moment.BEFORE_THE_FIRST_CHECKPOINT ? RARELY : OFTEN));
        int number = 1;
        while (Files.exists(log(number))) {
            number++;
        }
        return RunProcess.start(main, config, log(number));
    }

    private Path log(int number) {
        return folder.resolve("run-" + number + ".log");
    }

    private String settings(String interval) {
        return """
                kafka:
                  bootstrapServers: %s
                  groupId: %s
                  createTopics: true
                  partitions: 2
                delivery: exactly-once
                checkpoint: {interval: %s, directory: '%s'}
                detection: {bundle: '%s'}
                campaigns: {enabled: %s}
                trends: {enabled: false}
                parallelism: 2
                """.formatted(
                        bootstrapServers,
                        GROUP,
                        interval,
                        folder.resolve("checkpoints").toUri(),
                        bundle.toAbsolutePath().normalize(),
                        campaigns);
    }
}
