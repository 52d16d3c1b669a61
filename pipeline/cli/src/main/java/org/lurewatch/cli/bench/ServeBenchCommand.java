package org.lurewatch.cli.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.apache.commons.io.FileUtils;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.serve.LocalConsole;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.job.config.KafkaConfig;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.bench.BenchSource;
import org.lurewatch.lab.bench.SteadyPostings;
import org.lurewatch.lab.cluster.CommandProcess;
import org.lurewatch.lab.examples.BenchPostings;
import org.lurewatch.lab.load.LoadResult;
import org.lurewatch.lab.load.TimedAnswer;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.http.RequestLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the screening API. See RATIONALE.md, "The API is measured from when a request was to be sent". */
@Command(
        name = "serve",
        description = "Time the screening API while the job works beside it.",
        footer = {
            "",
            "Starts a broker, the job and the server in this JVM, sends the job postings all the while, and",
            "runs bench load in a JVM of its own: the time of a request counts from when it was to be sent.",
            "\"own\" is a request's time without the assessment; \"in the server\" is what of that the server",
            "took by its own clock, without the sender and the way. Then as many postings go by the way of",
            "screen and by one request, in turn, six times before it counts. Of all rounds the median is told."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = " 0:measured, whether or not the targets were met")
public final class ServeBenchCommand implements Callable<Integer> {
    private static final double MOST_MILLIS = 25;
    private static final double MOST_OWN_MILLIS = 5;
    private static final double LEAST_SHARE = 0.8;

    /** Rounds of screen and batch that do not count: only then is what they run compiled. */
    private static final int UNCOUNTED = 6;

    private static final List<String> GENERATOR = List.of("-Xmx512m", "-XX:+UseSerialGC");

    @Spec
    private CommandSpec spec;

    @Option(names = "--rate", defaultValue = "200", description = "Requests a second; default ${DEFAULT-VALUE}.")
    private double rate;

    @Option(names = "--seconds", defaultValue = "60", description = "Of each round; default ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--rounds", defaultValue = "3", description = "Default ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "30",
            description = "Seconds before each round, which do not count; default ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--job-rate",
            defaultValue = "20",
            description = "Postings a second that the job is sent; default ${DEFAULT-VALUE}.")
    private double jobRate;

    @Option(
            names = "--batch",
            defaultValue = "1000",
            description = "Postings in one request, up to 1000; default ${DEFAULT-VALUE}.")
    private int batch;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the postings; default ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private BundleOption bundle;

    private final Installation installation;
    private final DetectorLoader detectorLoader;

    public ServeBenchCommand(Installation installation, DetectorLoader detectorLoader) {
        this.installation = installation;
        this.detectorLoader = detectorLoader;
    }

    /** What is held against the targets. */
    private record Medians(double total, double own, double served, long failed, double screened, double sent) {}

    @Override
    public Integer call() throws Exception {
        Path used = bundle.folder(installation);
        Path folder = Files.createTempDirectory("lurewatch-bench-serve");
        try (LocalConsole console =
                LocalConsole.start(used, WebSettings.local(0), RequestLimits.DEFAULT, "10s", Clock.systemUTC())) {
            KafkaConfig kafka = console.config().kafka();
            try (BenchSource source = new BenchSource(kafka.bootstrapServers(), made(seed + 1));
                    SteadyPostings beside =
                            SteadyPostings.start(source, kafka.topics().postings(), jobRate)) {
                URI server = URI.create("http://127.0.0.1:" + console.port());
                tellMachine();
                Medians medians = measured(server, used, folder);
                console.job().requireRunning();
                tell(medians);
            }
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
        return ExitCode.GOOD;
    }

    private BenchPostings made(long seed) {
        return new BenchPostings(
                installation.writtenExamples(), LoadCommand.POSTING_CHARS, BenchPostings.LURE_EVERY, seed);
    }

    private void tellMachine() {
        print(
                "%d processors, load average %.1f; the job is sent %.0f postings a second, the API %.0f requests",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                jobRate,
                rate);
    }

    private Medians measured(URI server, Path used, Path folder) throws Exception {
        print("%s", LoadCommand.HEADER);
        List<LoadResult> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            LoadResult result = loaded(server, folder);
            print("%s", LoadCommand.row(result));
            results.add(result);
        }
        ScreenAndBatch both =
                new ScreenAndBatch(made(seed + 2), batch, detectorLoader.load(used, PolicyChoice.DEFAULT), server);
        for (int round = 0; round < UNCOUNTED; round++) {
            both.screened();
            both.sent();
        }
        print("by screen, postings/s  by one request of %d", batch);
        List<Double> screened = new ArrayList<>();
        List<Double> sent = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            screened.add(both.screened());
            sent.add(both.sent());
            print("%21.0f  %22.0f", screened.get(round), sent.get(round));
        }
        return new Medians(
                median(results, result -> result.total().p99()),
                median(results, result -> result.own().p99()),
                median(results, result -> result.served().p99()),
                results.stream().mapToLong(LoadResult::failed).sum(),
                median(screened, rate -> rate),
                median(sent, rate -> rate));
    }

    private LoadResult loaded(URI server, Path folder) throws Exception {
        Path times = folder.resolve("times.csv");
        List<String> arguments = List.of(
                "bench",
                "load",
                server.toString(),
                "--rate=" + rate,
                "--seconds=" + seconds,
                "--warm-up=" + warmUp,
                "--seed=" + seed,
                "--times=" + times);
        try (CommandProcess generator = CommandProcess.start(
                Lurewatch.class.getName(), installation, folder.resolve("load.log"), GENERATOR, arguments)) {
            generator.awaitGoodEnd();
        }
        return LoadResult.of(TimedAnswer.read(times));
    }

    private void tell(Medians medians) {
        print("median of %d rounds:", rounds);
        print(
                "99 %% of requests within %.1f ms (target %.0f): %s",
                medians.total, MOST_MILLIS, held(medians.total < MOST_MILLIS));
        print(
                "99 %% of own shares within %.1f ms (target %.0f): %s",
                medians.own, MOST_OWN_MILLIS, held(medians.own < MOST_OWN_MILLIS));
        print("of them in the server, by its own clock: within %.1f ms", medians.served);
        print("requests that failed: %d (target 0): %s", medians.failed, held(medians.failed == 0));
        double share = medians.sent / medians.screened;
        print(
                "one request of %d at %.0f %% of the rate of screen (target %.0f %%): %s",
                batch, 100 * share, 100 * LEAST_SHARE, held(share >= LEAST_SHARE));
    }

    private static String held(boolean held) {
        return held ? "met" : "missed";
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
