package org.lurewatch.lab.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lurewatch.desk.kafka.TopicReader;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.minicluster.JobCounters;
import org.lurewatch.lab.minicluster.LocalJob;
import org.lurewatch.lab.minicluster.Settling;
import org.lurewatch.schemas.ScamWarning;

/** Runs the same postings through broker and cluster in several variants, one after the other. */
public final class ThroughputBench {
    /** The share of postings after which a run counts as warmed up. */
    private static final double WARM_UP = 0.3;

    private static final Duration PATIENCE = Duration.ofMillis(2);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(2);
    private static final String POSTINGS = "bench-postings";

    private final EmbeddedKafka kafka;
    private final BenchSource source;
    private final BenchSource lures;
    private final Settings settings;
    private final Consumer<String> progress;

    /**
     * What is measured.
     *
     * @param postings how many are run through each variant
     * @param rounds how often each variant is run; the median counts
     * @param latencyPostings how many are sent for the latency, the first third of them to warm up
     * @param backend where state lies
     * @param interval time between checkpoints, such as 1s
     * @param checkpoints URI of a folder for checkpoints; in memory, Flink takes no more than some megabytes
     * @param bundle the model that decides
     */
    public record Settings(
            int postings,
            int rounds,
            int latencyPostings,
            String backend,
            String interval,
            String checkpoints,
            Path bundle) {}

    /**
     * How fast a variant was.
     *
     * @param variant which
     * @param postingsPerSecond median over the rounds
     * @param rounds each round's rate
     * @param liveBytes the most that lay on the heap after a run, its broker's share among it
     */
    public record Rate(BenchVariant variant, double postingsPerSecond, List<Double> rounds, long liveBytes) {}

    /**
     * How long warnings took, from before the posting was sent to after the warning was read.
     *
     * @param variant which
     * @param postingsPerSecond the rate at which postings were sent
     * @param warnings how many warnings were timed
     */
    public record Latency(
            BenchVariant variant, double postingsPerSecond, int warnings, double p50, double p95, double p99) {}

    /**
     * A bench.
     *
     * @param source of the postings by which rates are measured
     * @param lures of those by which latency is, with enough lures among them
     * @param progress receives a line for each round
     */
    public ThroughputBench(
            EmbeddedKafka kafka, BenchSource source, BenchSource lures, Settings settings, Consumer<String> progress) {
        this.kafka = kafka;
        this.source = source;
        this.lures = lures;
        this.settings = settings;
        this.progress = progress;
    }

    /** Puts the postings on the topic that all variants read, and lets the JVM compile what it will run. */
    public void prepare() throws Exception {
        source.createTopic(POSTINGS);
        source.fill(POSTINGS, settings.postings());
        rate(new BenchVariant(BenchVariant.Kind.REMEMBERING, false, 1), "warm-up-");
    }

    /** The rates of the variants; they take turns, so that a slow minute of the machine slows all of them. */
    public List<Rate> rates(List<BenchVariant> variants) throws Exception {
        List<List<Run>> runs =
                variants.stream().<List<Run>>map(variant -> new ArrayList<>()).toList();
        for (int round = 0; round < settings.rounds(); round++) {
            for (int i = 0; i < variants.size(); i++) {
                Run run = rate(variants.get(i), "r" + round + "-");
                runs.get(i).add(run);
                progress.accept(String.format(
                        "round %d  %-40s %8.0f postings/s",
                        round + 1, variants.get(i).id(), run.postingsPerSecond()));
            }
        }
        List<Rate> rates = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            rates.add(rate(variants.get(i), runs.get(i)));
        }
        return rates;
    }

    private record Run(double postingsPerSecond, long liveBytes) {}

    private static Rate rate(BenchVariant variant, List<Run> runs) {
        List<Double> rounds = runs.stream().map(Run::postingsPerSecond).toList();
        long liveBytes = runs.stream().mapToLong(Run::liveBytes).max().orElse(0);
        return new Rate(variant, median(rounds), rounds, liveBytes);
    }

    private Run rate(BenchVariant variant, String run) throws Exception {
        JobConfig config = config(variant, run, POSTINGS);
        long begun = System.nanoTime();
        try (LocalJob job = start(variant, config)) {
            long warm = (long) (settings.postings() * WARM_UP);
            waitFor(job, variant, warm);
            long from = done(job, variant);
            long start = System.nanoTime();
            if (from >= settings.postings()) {
                // So few postings that none was left at the first look: the time of all of them is better than none.
                from = 0;
                start = begun;
            }
            waitFor(job, variant, settings.postings());
            double rate = (settings.postings() - from) * 1e9 / (System.nanoTime() - start);
            return new Run(rate, liveBytes());
        }
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private JobConfig config(BenchVariant variant, String run, String postings) {
        return new BenchJob(
                        kafka.bootstrapServers(),
                        settings.bundle(),
                        settings.backend(),
                        settings.interval(),
                        settings.checkpoints())
                .config(variant, run, postings);
    }

    private LocalJob start(BenchVariant variant, JobConfig config) {
        if (variant.kind() == BenchVariant.Kind.PASS_THROUGH) {
            source.createTopic(config.kafka().topics().warnings());
            return LocalJob.startPassThrough(config);
        }
        return LocalJob.start(config);
    }

    /**
     * Waits until a job has read so many records.
     *
     * @throws LabException where it stands still for long
     */
    public static void waitFor(LocalJob job, BenchVariant variant, long count) throws InterruptedException {
        long lastCount = -1;
        long lastNanos = System.nanoTime();
        for (long now = done(job, variant); now < count; now = done(job, variant)) {
            job.requireRunning();
            if (now > lastCount) {
                lastCount = now;
                lastNanos = System.nanoTime();
            } else if (System.nanoTime() - lastNanos > LONGEST_STANDSTILL.toNanos()) {
                throw new LabException(variant.id() + " came to a standstill after " + now + " postings");
            }
            Thread.sleep(PATIENCE.toMillis());
        }
    }

    static long done(LocalJob job, BenchVariant variant) {
        JobCounters counters = job.counters();
        return switch (variant.kind()) {
            case PASS_THROUGH -> counters.sum(FlowCounters.IN);
            case STATELESS, REMEMBERING -> counters.sum(FlowCounters.OF_IN);
        };
    }

    /** How long warnings take at a rate. */
    public Latency latency(BenchVariant variant, double perSecond) throws Exception {
        String topic = "bench-latency-" + variant.id();
        lures.createTopic(topic);
        JobConfig config = config(variant, "latency-", topic);
        int count = settings.latencyPostings();
        long[] sent = new long[count];
        try (LocalJob job = LocalJob.start(config);
                TopicReader<ScamWarning> warnings = new TopicReader<>(
                        kafka.bootstrapServers(), config.kafka().topics().warnings(), ScamWarning.class)) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> lures.send(topic, sent, perSecond));
            List<Double> millis = new ArrayList<>();
            Settling settling = new Settling(job.counters(), count);
            while (!settling.isOver() || warnings.count() < job.counters().sum(FlowCounters.SENT)) {
                job.requireRunning();
                if (sending.isDone()) {
                    sending.join();
                }
                for (ScamWarning warning : warnings.poll(PATIENCE)) {
                    long readNanos = System.nanoTime();
                    int number = Integer.parseInt(warning.getPostingId().substring("bench-".length()));
                    // What a posting's campaign makes known later is no measure of how long the posting took.
                    if (warning.getRevisionReason() == null && number >= count / 3) {
                        millis.add((readNanos - sent[number]) / 1e6);
                    }
                }
            }
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return new Latency(variant, perSecond, sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
        }
    }

    private static double median(List<Double> values) {
        return at(values.stream().mapToDouble(Double::doubleValue).sorted().toArray(), 0.5);
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
