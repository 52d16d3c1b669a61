package org.lurewatch.cli.bench;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.examples.BenchPostings;
import org.lurewatch.lab.load.LoadResult;
import org.lurewatch.lab.load.SteadyRequests;
import org.lurewatch.lab.load.TimedAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends requests to a server that runs already. */
@Command(
        name = "load",
        description = "Send a server of Lurewatch one posting after the other, at a steady rate, and time its answers.",
        footer = {
            "",
            "When each request is to be sent is fixed beforehand, and its time counts from then: a",
            "server that falls behind is not spared. \"own\" is the time without the assessment."
        })
public final class LoadCommand implements Callable<Integer> {
    /** Characters of a posting's text, as in the other measurements. */
    static final int POSTING_CHARS = 3_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "Where it serves, for example http://127.0.0.1:8080.")
    private URI server;

    @Option(names = "--rate", defaultValue = "200", description = "Requests a second; default ${DEFAULT-VALUE}.")
    private double rate;

    @Option(names = "--seconds", defaultValue = "60", description = "How long; default ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "5",
            description = "Seconds at the same rate before, which do not count; default ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--times",
            paramLabel = "FILE",
            description = "Write status, time, assessment and what else the server took of each, in ns.")
    private Path times;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the postings; default ${DEFAULT-VALUE}.")
    private long seed;

    private final Installation installation;

    public LoadCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws Exception {
        SteadyRequests requests = new SteadyRequests(
                server,
                new BenchPostings(installation.writtenExamples(), POSTING_CHARS, BenchPostings.LURE_EVERY, seed));
        int before = (int) (warmUp * rate);
        requests.send(0, before, rate);
        List<TimedAnswer> answers = requests.send(before, (int) (seconds * rate), rate);
        if (times != null) {
            TimedAnswer.write(answers, times);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(HEADER);
        out.println(row(LoadResult.of(answers)));
        return ExitCode.GOOD;
    }

    static final String HEADER =
            "requests  failed  half of them ms   99 % ms   most ms  own: half ms   99 % ms   most ms  in the server: 99 % ms";

    static String row(LoadResult result) {
        return String.format(
                Locale.ROOT,
                "%8d  %6d  %15.1f  %8.1f  %8.1f  %12.1f  %8.1f  %8.1f  %22.1f",
                result.sent(),
                result.failed(),
                result.total().p50(),
                result.total().p99(),
                result.total().most(),
                result.own().p50(),
                result.own().p99(),
                result.own().most(),
                result.served().p99());
    }
}
