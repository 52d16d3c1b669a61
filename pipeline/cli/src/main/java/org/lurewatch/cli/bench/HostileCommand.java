package org.lurewatch.cli.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.desk.DetectorLoader;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.examples.BenchPostings;
import org.lurewatch.lab.hostile.HostileBench;
import org.lurewatch.lab.hostile.HostileBounds;
import org.lurewatch.lab.hostile.HostileInput;
import org.lurewatch.lab.hostile.HostileInputs;
import org.lurewatch.lab.hostile.HostileJob;
import org.lurewatch.lab.hostile.HostileOutcome;
import org.lurewatch.lab.hostile.HostilePath;
import org.lurewatch.lab.hostile.HostileReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries to break the job. */
@Command(
        name = "hostile",
        description = "Give the job damaged, oversized and misleading postings, and report what became of them.",
        footer = {
            "",
            "Every input goes through decoding, detection and encoding as in the job; some go through",
            "the whole job too, on a Kafka broker and a Flink mini-cluster in this JVM. The time of a file",
            "is divided by the records in it. At the end the slowest are timed again, at most five times,",
            "and so is a sample that gives the medians; the best time counts, so that other work of the",
            "machine is not blamed on an input."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:nothing crashed, everything is accounted for, and the slowest inputs keep to the ratios",
            " 4:something crashed, is not accounted for, or took too long"
        })
public final class HostileCommand implements Callable<Integer> {
    private static final int FAILED = 4;
    private static final int LOOKS_AT_ONE = 7;
    private static final int SHOWN_OF_ONE = 600;

    @Spec
    private CommandSpec spec;

    @Option(names = "--inputs", defaultValue = "1000000", description = "How many; default ${DEFAULT-VALUE}.")
    private int inputs;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the inputs; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--only", paramLabel = "NUMBER", description = "Run this input alone, and show how it begins.")
    private Long only;

    @Option(
            names = "--job-every",
            defaultValue = "1000",
            description = "One in so many goes through the whole job; 0: none; default ${DEFAULT-VALUE}.")
    private int jobEvery;

    @Option(
            names = "--ratio",
            defaultValue = "100",
            description =
                    "Most times the median input's time that one of up to 32 KiB, or a record of a file, may take; default ${DEFAULT-VALUE}.")
    private double ratio;

    @Option(
            names = "--ratio-per-kib",
            defaultValue = "20",
            description = "Most times the median time a KiB that a longer one may take; default ${DEFAULT-VALUE}.")
    private double ratioPerKib;

    @Option(names = "--threads", defaultValue = "2", description = "Default ${DEFAULT-VALUE}.")
    private int threads;

    @Mixin
    private BundleOption bundle;

    private final Installation installation;
    private final DetectorLoader detectorLoader;

    public HostileCommand(Installation installation, DetectorLoader detectorLoader) {
        this.installation = installation;
        this.detectorLoader = detectorLoader;
    }

    @Override
    public Integer call() throws Exception {
        Detector detector = detectorLoader.load(bundle.folder(installation), PolicyChoice.DEFAULT);
        return only == null ? all(detector) : one(detector);
    }

    private HostileInputs made() {
        return new HostileInputs(installation.writtenExamples(), seed);
    }

    private int all(Detector detector) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        HostileBounds bounds = new HostileBounds(ratio, ratioPerKib);
        HostileBench.Results results =
                new HostileBench(this::made, detector, threads, this::tellProgress).run(inputs, bounds);
        HostileReport report = new HostileReport(results);
        report.print(out);
        out.flush();
        boolean held = report.crashed() == 0 && report.unaccounted() == 0 && report.isWithin(bounds);
        if (jobEvery > 0) {
            held &= jobHolds(results, out);
        }
        out.println(held ? "all of it held" : "not all of it held");
        return held ? ExitCode.GOOD : FAILED;
    }

    private void tellProgress(long done) {
        if (done % 50_000 == 0) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(done + " of " + inputs);
            err.flush();
        }
    }

    /** Whether the job says of its share of the inputs what was said of them here. */
    private boolean jobHolds(HostileBench.Results results, PrintWriter out) throws Exception {
        BenchPostings filler = new BenchPostings(
                installation.writtenExamples(), HostileInputs.POSTING_CHARS, BenchPostings.LURE_EVERY, seed);
        HostileJob.Comparison job =
                HostileJob.compare(made(), inputs, jobEvery, results, filler, bundle.folder(installation));
        out.printf(
                Locale.ROOT,
                "through the whole job: %d sent, %d in, %d accounted, %d restarts, outcomes %s%n",
                job.sent(),
                job.counts().in(),
                job.counts().accounted(),
                job.counts().restarts(),
                job.sameOutcomes()
                        ? "the same as above"
                        : job.counts().outcomes() + " instead of " + new TreeMap<>(job.expected()));
        return job.holds();
    }

    private int one(Detector detector) {
        PrintWriter out = spec.commandLine().getOut();
        HostileInput input = made().input(only);
        HostilePath path = new HostilePath(detector);
        HostileOutcome outcome = HostileOutcome.CLEARED;
        long best = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS_AT_ONE; look++) {
            long start = System.nanoTime();
            outcome = path.outcome(input);
            best = Math.min(best, System.nanoTime() - start);
        }
        out.printf(
                Locale.ROOT,
                "%d  %s  %d bytes  %s  %.3f ms each  %s%n",
                only,
                input.kind().spelling(),
                input.bytes().length,
                HostileReport.records(outcome.records()),
                best / 1e6 / outcome.records(),
                outcome.name());
        out.println(TerminalText.escape(new String(input.bytes(), StandardCharsets.UTF_8), SHOWN_OF_ONE));
        outcome.crash().ifPresent(crash -> crash.printStackTrace(out));
        return outcome.crash().isPresent() ? FAILED : ExitCode.GOOD;
    }
}
