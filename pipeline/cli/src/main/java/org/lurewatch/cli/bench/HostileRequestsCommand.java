package org.lurewatch.cli.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lurewatch.cli.options.BundleOption;
import org.lurewatch.cli.serve.HostileConsole;
import org.lurewatch.cli.serve.LocalConsole;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.requests.HostileRequest;
import org.lurewatch.lab.requests.HostileRequestBench;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.http.RequestLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries to break the server. */
@Command(
        name = "hostile-requests",
        description = "Send the server requests that no honest client sends, and find out whether it stands them.",
        footer = {
            "",
            "Starts a broker, the job and the server in this JVM. The same seed and number give the same",
            "request; --only shows one. Each must be answered, or its connection closed where HTTP lets",
            "the server do that: never with 500, never with what was sent, never with a stack trace.",
            "Statuses: 0 is a connection that was closed without an answer."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:it stood all of them", " 4:it did not"})
public final class HostileRequestsCommand implements Callable<Integer> {
    private static final int FAILED = 4;
    private static final int SHOWN = 20;
    private static final int SHOWN_OF_ONE = 4_000;
    private static final int TOLD_EVERY = 1_000;

    /** Threads and memory that a server may hold in reserve for the next requests. */
    private static final int MORE_THREADS = 64;

    private static final long MORE_BYTES = 64 << 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--requests", defaultValue = "10000", description = "Default ${DEFAULT-VALUE}.")
    private int requests;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the requests; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--only", paramLabel = "NUMBER", description = "Show the request of that number, and send nothing.")
    private Long only;

    @Mixin
    private BundleOption bundle;

    private final Installation installation;

    public HostileRequestsCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (only != null) {
            HostileRequest one = new HostileRequestBench(installation.writtenExamples(), seed, 8080).request(only);
            out.println(only + "  " + one.kind().spelling());
            out.println(TerminalText.escape(new String(one.bytes(), UTF_8), SHOWN_OF_ONE));
            return ExitCode.GOOD;
        }
        try (LocalConsole console = LocalConsole.start(
                bundle.folder(installation),
                WebSettings.local(0),
                HostileConsole.limits(RequestLimits.DEFAULT),
                "10s",
                Clock.systemUTC())) {
            HostileRequestBench bench = HostileConsole.bench(console, installation.writtenExamples(), seed);
            return tell(HostileConsole.stand(console, bench, requests, this::tellProgress), out);
        }
    }

    private void tellProgress(long done) {
        if (done % TOLD_EVERY < SHOWN) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(done + " of " + requests);
            err.flush();
        }
    }

    private int tell(HostileConsole.Standing standing, PrintWriter out) {
        HostileRequestBench.Results results = standing.results();
        out.println("kind              sent  statuses, how often");
        results.answers()
                .forEach((kind, statuses) -> out.printf(
                        Locale.ROOT,
                        "%-16s %5d  %s%n",
                        kind.spelling(),
                        statuses.values().stream().mapToInt(Integer::intValue).sum(),
                        statuses));
        for (Map.Entry<Long, String> wrong :
                results.wrong().entrySet().stream().limit(SHOWN).toList()) {
            out.println("wrong: request " + wrong.getKey() + ", " + wrong.getValue());
        }
        out.printf(
                Locale.ROOT,
                "%d requests, wrong %d; %s; threads %d before, %d after; live heap %d MiB before, %d MiB after%n",
                requests,
                results.wrong().size(),
                standing.ready() ? "the server answers" : "the server does not answer",
                standing.threadsBefore(),
                standing.threadsAfter(),
                standing.liveBefore() >> 20,
                standing.liveAfter() >> 20);
        boolean held = results.wrong().isEmpty()
                && standing.ready()
                && standing.threadsAfter() <= standing.threadsBefore() + MORE_THREADS
                && standing.liveAfter() <= standing.liveBefore() + MORE_BYTES;
        out.println(held ? "all of it held" : "not all of it held");
        return held ? ExitCode.GOOD : FAILED;
    }
}
