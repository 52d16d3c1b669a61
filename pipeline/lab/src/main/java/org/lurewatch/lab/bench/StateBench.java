package org.lurewatch.lab.bench;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.examples.BenchPostings;
import org.lurewatch.lab.minicluster.CheckpointFolder;
import org.lurewatch.lab.minicluster.LocalJob;
import org.lurewatch.lab.minicluster.Settling;

/** Measures how large the state of a job grows that remembers, on a broker and a mini-cluster in this JVM. */
public final class StateBench {
    private static final int STEPS = 10;
    private static final String TOPIC = "bench-postings";
    private static final String INTERVAL = "10s";

    private final BenchPostings made;
    private final Path bundle;
    private final String backend;
    private final int parallelism;

    /** @param backend where state lies: hashmap or rocksdb */
    public StateBench(BenchPostings made, Path bundle, String backend, int parallelism) {
        this.made = made;
        this.bundle = bundle;
        this.backend = backend;
        this.parallelism = parallelism;
    }

    /**
     * What was measured after a tenth of the postings.
     *
     * @param postings read so far
     * @param perSecond postings a second in this tenth
     * @param stateBytes size of the last checkpoint on disk
     */
    public record Step(long postings, double perSecond, long stateBytes) {}

    /** Runs so many postings through the job, and passes on each step. */
    public void run(int postings, Consumer<Step> steps) throws Exception {
        try (CheckpointFolder checkpoints = CheckpointFolder.create();
                EmbeddedKafka kafka = EmbeddedKafka.start();
                BenchSource source = new BenchSource(kafka.bootstrapServers(), made)) {
            source.createTopic(TOPIC);
            BenchVariant variant = new BenchVariant(BenchVariant.Kind.REMEMBERING, false, parallelism);
            JobConfig config = new BenchJob(kafka.bootstrapServers(), bundle, backend, INTERVAL, checkpoints.uri())
                    .config(variant, "", TOPIC);
            try (LocalJob job = LocalJob.start(config)) {
                CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> source.fill(TOPIC, postings));
                watch(job, variant, postings, steps);
                sending.join();
            }
        }
    }

    private static void watch(LocalJob job, BenchVariant variant, int postings, Consumer<Step> steps)
            throws InterruptedException {
        long reached = 0;
        for (int step = 1; step <= STEPS; step++) {
            long start = System.nanoTime();
            long target = (long) postings * step / STEPS;
            ThroughputBench.waitFor(job, variant, target);
            double rate = (target - reached) * 1e9 / (System.nanoTime() - start);
            reached = target;
            if (step == STEPS) {
                // The last checkpoint holds all then.
                job.await(new Settling(job.counters(), postings)::isOver);
            }
            steps.accept(new Step(target, rate, job.counters().checkpointBytes()));
        }
    }
}
