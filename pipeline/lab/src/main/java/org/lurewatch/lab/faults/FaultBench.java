package org.lurewatch.lab.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.cluster.ClusterPart;
import org.lurewatch.lab.cluster.LocalCluster;

/** Hurts a cluster while records run through its job, and finds out whether any was lost or came out twice. */
public final class FaultBench {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(10);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(5);
    /** A job that begins again and again never comes to rest. */
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(10);

    /** Several checkpoints: whatever comes out a second time has done so by then. */
    private static final Duration QUIET = Duration.ofSeconds(4);

    /** More than a checkpoint takes to come round. */
    private static final Duration SILENCE = Duration.ofSeconds(6);

    private static final int WARM_UP = 300;

    private final LocalCluster cluster;
    private final String job;
    private final FaultMaker faults;
    private final FaultRecords records;
    private final double perSecond;
    private final Consumer<String> progress;

    private final FaultAudit audit;
    private final FaultTimes times = new FaultTimes();

    /**
     * @param audit to be filled
     * @param perSecond records sent in a second
     */
    public FaultBench(
            LocalCluster cluster,
            String job,
            FaultRecords records,
            FaultAudit audit,
            double perSecond,
            Consumer<String> progress) {
        this.cluster = cluster;
        this.job = job;
        this.faults = new FaultMaker(cluster, job);
        this.audit = audit;
        this.records = records;
        this.perSecond = perSecond;
        this.progress = progress;
    }

    /** How long recoveries took. */
    public FaultTimes times() {
        return times;
    }

    /** How often a process ended that was not killed here. */
    public int endedByThemselves() {
        return faults.endedByThemselves();
    }

    /**
     * Lets all faults come, then waits until nothing more comes out.
     *
     * @param atLeast how many records are sent at least
     * @throws LabException where the job does not recover
     */
    public FaultAudit.Result run(List<FaultPlan.Fault> plan, int atLeast) {
        try (FaultTraffic traffic =
                new FaultTraffic(cluster.ports().bootstrapServers(), records, audit, times, perSecond)) {
            waitUntil(
                    () -> traffic.sent() > WARM_UP && audit.came() > 0, LONGEST_RECOVERY, "the first warning", traffic);
            int number = 1;
            for (FaultPlan.Fault fault : plan) {
                if (!fault.overlaps()) {
                    awaitRecovery(traffic);
                }
                Thread.sleep(fault.gap().toMillis());
                String what = perform(fault);
                progress.accept(number++ + " of " + plan.size() + ": " + what);
            }
            awaitRecovery(traffic);
            Duration longestSending = LONGEST_RECOVERY.plusSeconds((long) (atLeast / perSecond));
            waitUntil(() -> traffic.sent() >= atLeast, longestSending, "enough records to be sent", traffic);
            traffic.stopSending();
            awaitSilence(traffic);
            faults.restartFlink();
            return settle(traffic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        }
    }

    /** Waits until the job is at work again, and all that was sent before each fault has come out. */
    private void awaitRecovery(FaultTraffic traffic) throws InterruptedException {
        waitUntil(times::allOver, LONGEST_RECOVERY, "recovery", traffic);
        waitUntil(() -> audit.missing() == 0, LONGEST_RECOVERY, "what was sent before a fault to come out", traffic);
    }

    /** Waits until nothing more comes out. */
    private void awaitSilence(FaultTraffic traffic) throws InterruptedException {
        int before = -1;
        while (audit.came() != before) {
            traffic.requireWell();
            before = audit.came();
            Thread.sleep(SILENCE.toMillis());
        }
    }

    /** Waits until the job has counted all and all came out, or for long nothing changes; then until nothing more does. */
    private FaultAudit.Result settle(FaultTraffic traffic) throws InterruptedException {
        long begunNanos = System.nanoTime();
        long changedNanos = begunNanos;
        Map<String, Long> before = Map.of();
        int cameBefore = 0;
        while (true) {
            traffic.requireWell();
            faults.startWhatEnded();
            Map<String, Long> counted = counted();
            int came = audit.came();
            if (!counted.equals(before) || came != cameBefore) {
                changedNanos = System.nanoTime();
            }
            before = counted;
            cameBefore = came;
            long now = System.nanoTime();
            Duration longEnough = audit.isComplete(counted) ? QUIET : LONGEST_STANDSTILL;
            if (now - changedNanos > longEnough.toNanos() || now - begunNanos > LONGEST_SETTLING.toNanos()) {
                return audit.result(counted);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** What the job has counted; nothing where Flink does not answer. */
    private Map<String, Long> counted() {
        try {
            return cluster.rest().sums(job, FaultAudit.COUNTERS);
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** Does it, and says in words what was done. */
    private String perform(FaultPlan.Fault fault) throws InterruptedException {
        String hurt = faults.make(fault, () -> hit(fault));
        return fault.kind().spelling() + " (" + hurt + ", for "
                + fault.absence().toMillis() + " ms" + (fault.overlaps() ? ", before the last was over)" : ")");
    }

    private void hit(FaultPlan.Fault fault) {
        audit.fault();
        times.fault(fault.kind(), System.nanoTime());
    }

    private void waitUntil(BooleanSupplier condition, Duration longest, String what, FaultTraffic traffic)
            throws InterruptedException {
        long since = System.nanoTime();
        while (!condition.getAsBoolean()) {
            traffic.requireWell();
            faults.startWhatEnded();
            if (System.nanoTime() - since > longest.toNanos()) {
                throw new LabException("waited " + longest.toSeconds() + " s in vain for " + what + "; the logs are in "
                        + cluster.folder().log(ClusterPart.BROKER).getParent());
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
