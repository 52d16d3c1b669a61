package org.lurewatch.cli.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.bench.BenchJob;
import org.lurewatch.lab.bench.BenchSource;
import org.lurewatch.lab.bench.BenchVariant;
import org.lurewatch.lab.bench.ThroughputBench;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.examples.BenchPostings;
import org.lurewatch.lab.minicluster.CheckpointFolder;
import org.lurewatch.lab.minicluster.LocalJob;
import org.lurewatch.lab.minicluster.Settling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the stream remembers. */
@Command(
        name = "state",
        description = "Run postings through the job, and measure how large its state grows.",
        footer = {
            "",
            "Starts a Kafka broker and a Flink mini-cluster in this JVM. Sizes are those of",
            "whole checkpoints on disk, as the state backend writes them."
        })
public final class StateCommand implements Callable<Integer> {
    private static final int STEPS = 10;
    private static final String TOPIC = "bench-postings";
    private static final String INTERVAL = "10s";

    @Spec
    private CommandSpec spec;

    @Option(names = "--postings", defaultValue = "1000000", description = "Default ${DEFAULT-VALUE}.")
    private int postings;

    @Option(names = "--chars", defaultValue = "1000", description = "Length of a posting; default ${DEFAULT-VALUE}.")
    private int chars;

    @Option(names = "--parallelism", defaultValue = "2", description = "Tasks side by side; default ${DEFAULT-VALUE}.")
    private int parallelism;

    @Option(
            names = "--backend",
            defaultValue = "rocksdb",
            description = "hashmap or rocksdb; default ${DEFAULT-VALUE}.")
    private String backend;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the postings; default ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private BundleOption bundle;

    private final Installation installation;

    public StateCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws Exception {
        BenchPostings made = new BenchPostings(installation.writtenExamples(), chars, BenchPostings.LURE_EVERY, seed);
        try (CheckpointFolder checkpoints = CheckpointFolder.create();
                EmbeddedKafka kafka = EmbeddedKafka.start();
                BenchSource source = new BenchSource(kafka.bootstrapServers(), made)) {
            source.createTopic(TOPIC);
            BenchVariant variant = new BenchVariant(BenchVariant.Kind.REMEMBERING, false, parallelism);
            JobConfig config = new BenchJob(
                            kafka.bootstrapServers(), bundle.folder(installation), backend, INTERVAL, checkpoints.uri())
                    .config(variant, "", TOPIC);
            try (LocalJob job = LocalJob.start(config)) {
                CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> source.fill(TOPIC, postings));
                watch(job, variant);
                sending.join();
            }
        }
        return ExitCode.GOOD;
    }

    private void watch(LocalJob job, BenchVariant variant) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        out.println("  postings  postings/s     state bytes  bytes a posting");
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
            out.printf(
                    Locale.ROOT,
                    "%10d  %10.0f  %14d  %15d%n",
                    target,
                    rate,
                    job.counters().checkpointBytes(),
                    job.counters().checkpointBytes() / target);
            out.flush();
        }
    }
}
