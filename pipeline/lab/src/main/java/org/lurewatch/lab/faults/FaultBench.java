package org.lurewatch.lab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.desk.kafka.PatientProducer;
import org.lurewatch.desk.kafka.TopicReader;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.cluster.ClusterPart;
import org.lurewatch.lab.cluster.LocalCluster;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;

/** Hurts a cluster while records run through its job, and looks whether any was lost or came out twice. */
public final class FaultBench {
    private static final String POSTINGS = "postings";
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(10);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(5);
    /** A job that begins again and again never comes to rest. */
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(10);

    /** Several checkpoints: what were to come out a second time would have done so. */
    private static final Duration QUIET = Duration.ofSeconds(4);

    /** More than a checkpoint takes to come round. */
    private static final Duration SILENCE = Duration.ofSeconds(6);

    private static final int WARM_UP = 300;

    private static final Map<String, String> PRODUCER =
            Map.of("max.request.size", String.valueOf(4 << 20), "buffer.memory", String.valueOf(128 << 20));

    private final LocalCluster cluster;
    private final String job;
    private final FaultMaker faults;
    private final FaultRecords records;
    private final double perSecond;
    private final Consumer<String> progress;

    private final FaultAudit audit;
    private final FaultTimes times = new FaultTimes();
    private final Map<Integer, Long> sentNanos = new ConcurrentHashMap<>();
    private volatile boolean sendsNoMore;
    private volatile boolean readsNoMore;
    private volatile int sent;

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

    /** What was sent, in words. */
    public String equation() {
        synchronized (audit) {
            return audit.equation();
        }
    }

    /** After how many faults all that was sent before had come out. */
    public int settledFaults() {
        synchronized (audit) {
            return audit.settledFaults();
        }
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
        CompletableFuture<Void> reading = CompletableFuture.runAsync(this::read);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(this::send);
        try {
            waitUntil(() -> sent > WARM_UP && seen() > 0, LONGEST_RECOVERY, "the first warning", sending, reading);
            int number = 1;
            for (FaultPlan.Fault fault : plan) {
                if (!fault.overlaps()) {
                    awaitRecovery(sending, reading);
                }
                Thread.sleep(fault.gap().toMillis());
                String what = perform(fault);
                progress.accept(number++ + " of " + plan.size() + ": " + what);
            }
            awaitRecovery(sending, reading);
            Duration longestSending = LONGEST_RECOVERY.plusSeconds((long) (atLeast / perSecond));
            waitUntil(() -> sent >= atLeast, longestSending, "enough records to be sent", sending, reading);
            sendsNoMore = true;
            sending.join();
            awaitSilence(sending, reading);
            faults.startFlinkAnew();
            return settle(sending, reading);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        } finally {
            sendsNoMore = true;
            readsNoMore = true;
        }
    }

    /** Waits until the job is at work again, and all that was sent before each fault has come out. */
    private void awaitRecovery(CompletableFuture<?>... work) throws InterruptedException {
        waitUntil(times::allOver, LONGEST_RECOVERY, "recovery", work);
        waitUntil(() -> missing() == 0, LONGEST_RECOVERY, "what was sent before a fault to come out", work);
    }

    private int missing() {
        synchronized (audit) {
            return audit.missing();
        }
    }

    /** Waits until nothing more comes out. */
    private void awaitSilence(CompletableFuture<?>... work) throws InterruptedException {
        int before = -1;
        while (seen() != before) {
            requireWell(work);
            before = seen();
            Thread.sleep(SILENCE.toMillis());
        }
    }

    /** Waits until the job has counted all and all came out, or for long nothing changes; then until nothing more does. */
    private FaultAudit.Result settle(CompletableFuture<?>... work) throws InterruptedException {
        long begunNanos = System.nanoTime();
        long changedNanos = begunNanos;
        Map<String, Long> before = Map.of();
        int seenBefore = 0;
        while (true) {
            requireWell(work);
            faults.startWhatEnded();
            Map<String, Long> counted = counted();
            synchronized (audit) {
                if (!counted.equals(before) || audit.seen() != seenBefore) {
                    changedNanos = System.nanoTime();
                }
                before = counted;
                seenBefore = audit.seen();
                long now = System.nanoTime();
                Duration longEnough = audit.isComplete(counted) ? QUIET : LONGEST_STANDSTILL;
                if (now - changedNanos > longEnough.toNanos() || now - begunNanos > LONGEST_SETTLING.toNanos()) {
                    return audit.result(counted);
                }
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

    private int seen() {
        synchronized (audit) {
            return audit.seen();
        }
    }

    /** Does it, and says in words what was done. */
    private String perform(FaultPlan.Fault fault) throws InterruptedException {
        String hurt = faults.make(fault, () -> hit(fault));
        return fault.kind().spelling() + " (" + hurt + ", for "
                + fault.absence().toMillis() + " ms" + (fault.overlaps() ? ", before the last was over)" : ")");
    }

    private void hit(FaultPlan.Fault fault) {
        synchronized (audit) {
            audit.fault();
        }
        times.fault(fault.kind(), System.nanoTime());
    }

    private void waitUntil(BooleanSupplier condition, Duration longest, String what, CompletableFuture<?>... work)
            throws InterruptedException {
        long since = System.nanoTime();
        while (!condition.getAsBoolean()) {
            requireWell(work);
            faults.startWhatEnded();
            if (System.nanoTime() - since > longest.toNanos()) {
                throw new LabException("waited " + longest.toSeconds() + " s in vain for " + what + "; the logs are in "
                        + cluster.folder().log(ClusterPart.BROKER).getParent());
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static void requireWell(CompletableFuture<?>... work) {
        for (CompletableFuture<?> each : work) {
            if (each.isCompletedExceptionally()) {
                try {
                    each.join();
                } catch (CompletionException e) {
                    throw new LabException("sending or reading failed: " + e.getCause(), e);
                }
            }
        }
    }

    private void send() {
        List<Future<?>> unacknowledged = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                PatientProducer.start(cluster.ports().bootstrapServers(), PRODUCER)) {
            long start = System.nanoTime();
            for (int number = 0; !sendsNoMore; number++) {
                FaultRecords.Numbered record = records.get(number);
                synchronized (audit) {
                    audit.expect(record.outcome());
                }
                LockSupport.parkNanos(start + (long) (number * 1e9 / perSecond) - System.nanoTime());
                sentNanos.put(number, System.nanoTime());
                unacknowledged.add(producer.send(
                        new ProducerRecord<>(POSTINGS, record.key().getBytes(UTF_8), record.bytes())));
                sent = number + 1;
                for (int first = 0; unacknowledged.size() > 10_000; unacknowledged.remove(first)) {
                    unacknowledged.get(first).get();
                }
            }
            for (Future<?> each : unacknowledged) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private void read() {
        String servers = cluster.ports().bootstrapServers();
        try (TopicReader<ScamWarning> warnings = new TopicReader<>(servers, "warnings", ScamWarning.class);
                TopicReader<RejectedPosting> rejects =
                        new TopicReader<>(servers, "postings-rejected", RejectedPosting.class)) {
            while (!readsNoMore) {
                List<ScamWarning> newWarnings = warnings.poll(PATIENCE);
                long now = System.nanoTime();
                List<RejectedPosting> newRejects = rejects.poll(Duration.ZERO);
                synchronized (audit) {
                    newWarnings.forEach(audit::saw);
                    newRejects.forEach(audit::saw);
                }
                newWarnings.forEach(
                        warning -> times.warning(sentNanos.get(FaultRecords.number(warning.getPostingId())), now));
            }
        }
    }
}
