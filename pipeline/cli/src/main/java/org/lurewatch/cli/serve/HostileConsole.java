package org.lurewatch.cli.serve;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.requests.HostileRequestBench;
import org.lurewatch.web.http.RequestLimits;

/** Hostile requests to a console in this JVM, and how it is afterwards. */
public final class HostileConsole {
    private static final Pattern IN_FLIGHT = Pattern.compile("(?m)^lurewatch_http_in_flight (\\S+)$");
    private static final int SENDERS = 4;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final int WARM_UP = 100;

    private HostileConsole() {}

    /** As many requests as a sender makes, so that no limit spares the server the rest; everything else as always. */
    public static RequestLimits limits(RequestLimits limits) {
        return new RequestLimits(
                limits.mostBytes(),
                limits.mostHeaderBytes(),
                limits.headerTime(),
                limits.requestTime(),
                limits.idleTime(),
                limits.mostConnections(),
                limits.threads(),
                1_000_000,
                1_000_000,
                limits.mostAtOnce(),
                limits.mostWaiting(),
                limits.longestWait());
    }

    /**
     * How a console has stood them.
     *
     * @param ready whether it says so afterwards
     * @param threadsBefore live threads of this JVM before, in the midst of the first requests
     * @param liveBefore bytes in use after a collection, before
     */
    public record Standing(
            HostileRequestBench.Results results,
            boolean ready,
            int threadsBefore,
            int threadsAfter,
            long liveBefore,
            long liveAfter) {}

    /** Sends a console that many, and waits until it has nothing more to answer. */
    public static Standing stand(LocalConsole console, HostileRequestBench bench, int count, LongConsumer progress)
            throws Exception {
        bench.run(Math.min(WARM_UP, count), SENDERS, done -> {});
        awaitIdle(console);
        int threadsBefore = threads();
        long liveBefore = live();
        HostileRequestBench.Results results = bench.run(count, SENDERS, progress);
        awaitIdle(console);
        boolean ready = get(console, "/health/live").equals("{\"status\":\"live\"}");
        return new Standing(results, ready, threadsBefore, threads(), liveBefore, live());
    }

    /** Until the only request that it answers is the one that asks. */
    private static void awaitIdle(LocalConsole console) throws Exception {
        while (inFlight(console) != 1) {
            console.job().requireRunning();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static double inFlight(LocalConsole console) throws Exception {
        Matcher matcher = IN_FLIGHT.matcher(get(console, "/metrics"));
        if (!matcher.find()) {
            throw new LabException("the server does not say how many requests it answers");
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static String get(LocalConsole console, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console.port() + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** A bench for a console. @param examples folder of the written examples */
    public static HostileRequestBench bench(LocalConsole console, Path examples, long seed) {
        return new HostileRequestBench(examples, seed, console.port());
    }
}
