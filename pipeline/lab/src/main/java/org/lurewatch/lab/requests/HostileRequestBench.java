package org.lurewatch.lab.requests;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.lurewatch.lab.LabException;

/** Sends a server hostile requests, and looks at what it answers. */
public final class HostileRequestBench {
    private final Path examples;
    private final long seed;
    private final int port;
    private final HostileSender sender;

    /**
     * @param examples folder of the written examples
     * @param port of a server on this machine
     */
    public HostileRequestBench(Path examples, long seed, int port) {
        this.examples = examples;
        this.seed = seed;
        this.port = port;
        this.sender = new HostileSender(port);
    }

    /**
     * What came back.
     *
     * @param answers how often each status, by kind; 0 stands for a connection that was closed without an answer
     * @param wrong what must not be, by the number of the request
     */
    public record Results(Map<HostileRequestKind, Map<Integer, Integer>> answers, Map<Long, String> wrong) {}

    private record Answered(HostileRequestKind kind, long number, int status, String wrong) {}

    /**
     * Sends requests 0 to count - 1. The slow ones go on beside the others.
     *
     * @param senders threads that send the others
     * @param progress is told how many were sent
     */
    public Results run(int count, int senders, LongConsumer progress) throws InterruptedException {
        HostileRequests requests = requests();
        ExecutorService slow = Executors.newCachedThreadPool();
        ExecutorService quick = Executors.newFixedThreadPool(senders);
        List<Future<Answered>> ahead = new ArrayList<>();
        Results results = new Results(new EnumMap<>(HostileRequestKind.class), new TreeMap<>());
        try {
            List<Future<Answered>> dripping = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                HostileRequest request = requests.request(number);
                if (request.kind() == HostileRequestKind.SLOW) {
                    dripping.add(slow.submit(() -> answered(request)));
                } else {
                    ahead.add(quick.submit(() -> answered(request)));
                }
                if (ahead.size() >= 8 * senders) {
                    add(ahead, results);
                    progress.accept(number);
                }
            }
            add(ahead, results);
            add(dripping, results);
            return results;
        } finally {
            slow.shutdownNow();
            quick.shutdownNow();
        }
    }

    private HostileRequests requests() {
        return new HostileRequests(examples, seed, "127.0.0.1:" + port);
    }

    /** The request of a number, to be looked at. */
    public HostileRequest request(long number) {
        return requests().request(number);
    }

    private Answered answered(HostileRequest request) throws IOException, InterruptedException {
        try {
            HostileAnswer answer = sender.send(request);
            return new Answered(
                    request.kind(),
                    request.number(),
                    answer.status(),
                    answer.wrong(request).orElse(""));
        } catch (SocketTimeoutException e) {
            return new Answered(request.kind(), request.number(), 0, "neither answered nor closed");
        }
    }

    private static void add(List<Future<Answered>> futures, Results results) throws InterruptedException {
        for (Future<Answered> future : futures) {
            try {
                Answered answered = future.get();
                results.answers
                        .computeIfAbsent(answered.kind, kind -> new TreeMap<>())
                        .merge(answered.status, 1, Integer::sum);
                if (!answered.wrong.isEmpty()) {
                    results.wrong.put(answered.number, answered.kind.spelling() + ": " + answered.wrong);
                }
            } catch (ExecutionException e) {
                throw new LabException(
                        "a request could not be sent: " + e.getCause().getMessage(), e);
            }
        }
        futures.clear();
    }
}
