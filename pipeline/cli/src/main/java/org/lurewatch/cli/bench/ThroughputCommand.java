package org.lurewatch.cli.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.bench.BenchSource;
import org.lurewatch.lab.bench.BenchVariant;
import org.lurewatch.lab.bench.BenchVariant.Kind;
import org.lurewatch.lab.bench.ThroughputBench;
import org.lurewatch.lab.bench.ThroughputBench.Latency;
import org.lurewatch.lab.bench.ThroughputBench.Rate;
import org.lurewatch.lab.bench.ThroughputPicture;
import org.lurewatch.lab.bench.ThroughputResult;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.examples.BenchPostings;
import org.lurewatch.lab.minicluster.CheckpointFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the job against its peers. See RATIONALE.md, "The bench takes checkpoints as often as the job". */
@Command(
        name = "throughput",
        description = "Run the same postings through a bare copy, the job without memory and the job with it.",
        footer = {
            "",
            "Starts a Kafka broker and a Flink mini-cluster in this JVM. Each variant reads the",
            "same topic of 3 KB postings; latency is measured at a quarter of the job's own rate,",
            "where one posting in ten is a lure. Live heap is that of broker and job together.",
            "Ratios hold from machine to machine better than rates do."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:measured, and every stated floor was reached", " 4:a stated floor was missed"})
public final class ThroughputCommand implements Callable<Integer> {
    private static final int FLOOR_MISSED = 4;
    private static final int POSTING_CHARS = 3_000;
    private static final int LATENCY_LURE_EVERY = 10;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--postings",
            defaultValue = "20000",
            description = "Postings in each run; default ${DEFAULT-VALUE}.")
    private int postings;

    @Option(names = "--rounds", defaultValue = "3", description = "Runs of each variant; default ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--parallelism",
            split = ",",
            defaultValue = "1,2",
            description = "Tasks side by side; default ${DEFAULT-VALUE}.")
    private List<Integer> parallelisms;

    @Option(
            names = "--delivery",
            split = ",",
            defaultValue = "at-least-once,exactly-once",
            description = "Default ${DEFAULT-VALUE}.")
    private List<String> deliveries;

    @Option(
            names = "--backend",
            defaultValue = "rocksdb",
            description = "hashmap or rocksdb; default ${DEFAULT-VALUE}.")
    private String backend;

    @Option(
            names = "--interval",
            defaultValue = "10s",
            description = "Time between checkpoints; default ${DEFAULT-VALUE}, as the job's own.")
    private String interval;

    @Option(
            names = "--latency-postings",
            defaultValue = "6000",
            description = "Postings sent to measure latency, 0 for none; default ${DEFAULT-VALUE}.")
    private int latencyPostings;

    @Option(
            names = "--floor",
            defaultValue = "0.6",
            description = "Least rate with memory, as a share of that without; default ${DEFAULT-VALUE}.")
    private double floor;

    @Option(
            names = "--pass-through-floor",
            defaultValue = "0",
            description = "Least rate with memory, as a share of the bare copy's; default ${DEFAULT-VALUE}.")
    private double passThroughFloor;

    @Option(names = "--out", paramLabel = "DIR", description = "Also write throughput.json and throughput.png there.")
    private Path folder;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the postings; default ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private BundleOption bundle;

    private final Installation installation;

    public ThroughputCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (CheckpointFolder checkpoints = CheckpointFolder.create();
                EmbeddedKafka kafka = EmbeddedKafka.start();
                BenchSource source = new BenchSource(kafka.bootstrapServers(), made(BenchPostings.LURE_EVERY));
                BenchSource lures = new BenchSource(kafka.bootstrapServers(), made(LATENCY_LURE_EVERY))) {
            ThroughputBench bench = new ThroughputBench(
                    kafka,
                    source,
                    lures,
                    new ThroughputBench.Settings(
                            postings,
                            rounds,
                            latencyPostings,
                            backend,
                            interval,
                            checkpoints.uri(),
                            bundle.folder(installation)),
                    line -> {
                        out.println(line);
                        out.flush();
                    });
            bench.prepare();
            List<Rate> rates = bench.rates(variants());
            printRates(out, new ThroughputResult(rates, List.of()));
            ThroughputResult result = new ThroughputResult(rates, latencies(out, bench, rates));
            if (folder != null) {
                result.write(folder.resolve("throughput.json"));
                ThroughputPicture.write(result, folder.resolve("throughput.png"));
            }
            boolean reached = result.reaches(floor, Kind.STATELESS)
                    && (passThroughFloor == 0 || result.reaches(passThroughFloor, Kind.PASS_THROUGH));
            return reached ? ExitCode.GOOD : FLOOR_MISSED;
        }
    }

    private BenchPostings made(int lureEvery) {
        return new BenchPostings(installation.writtenExamples(), POSTING_CHARS, lureEvery, seed);
    }

    private List<BenchVariant> variants() {
        List<BenchVariant> variants = new ArrayList<>();
        for (int parallelism : parallelisms) {
            for (String delivery : deliveries) {
                for (Kind kind : Kind.values()) {
                    variants.add(new BenchVariant(kind, delivery.equals("exactly-once"), parallelism));
                }
            }
        }
        return variants;
    }

    private static void printRates(PrintWriter out, ThroughputResult result) {
        out.println();
        out.println(
                "parallelism  delivery       variant        postings/s  of pass-through  of stateless  live heap MiB");
        for (Rate rate : result.rates()) {
            out.printf(
                    Locale.ROOT,
                    "%11d  %-13s  %-13s  %10.0f  %14.0f%%  %11.0f%%  %13d%n",
                    rate.variant().parallelism(),
                    rate.variant().delivery(),
                    rate.variant().kind().spelling(),
                    rate.postingsPerSecond(),
                    100 * result.ratio(rate, Kind.PASS_THROUGH),
                    100 * result.ratio(rate, Kind.STATELESS),
                    rate.liveBytes() >> 20);
        }
        out.flush();
    }

    private List<Latency> latencies(PrintWriter out, ThroughputBench bench, List<Rate> rates) throws Exception {
        List<Latency> latencies = new ArrayList<>();
        if (latencyPostings == 0) {
            return latencies;
        }
        out.println();
        out.println("from sent to warning read, at a quarter of the rate:");
        out.println("parallelism  delivery       postings/s  warnings   median ms      95 % ms      99 % ms");
        for (Rate rate : rates) {
            if (rate.variant().kind() == Kind.REMEMBERING) {
                Latency latency = bench.latency(rate.variant(), rate.postingsPerSecond() / 4);
                latencies.add(latency);
                out.printf(
                        Locale.ROOT,
                        "%11d  %-13s  %10.0f  %8d  %10.0f  %11.0f  %11.0f%n",
                        rate.variant().parallelism(),
                        rate.variant().delivery(),
                        latency.postingsPerSecond(),
                        latency.warnings(),
                        latency.p50(),
                        latency.p95(),
                        latency.p99());
                out.flush();
            }
        }
        return latencies;
    }
}
