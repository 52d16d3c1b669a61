package org.lurewatch.cli.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.bench.StateBench;
import org.lurewatch.lab.examples.BenchPostings;
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
        PrintWriter out = spec.commandLine().getOut();
        out.println("  postings  postings/s     state bytes  bytes a posting");
        new StateBench(made, bundle.folder(installation), backend, parallelism).run(postings, step -> {
            out.printf(
                    Locale.ROOT,
                    "%10d  %10.0f  %14d  %15d%n",
                    step.postings(),
                    step.perSecond(),
                    step.stateBytes(),
                    step.stateBytes() / step.postings());
            out.flush();
        });
        return ExitCode.GOOD;
    }
}
