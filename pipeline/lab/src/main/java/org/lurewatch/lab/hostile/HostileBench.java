package org.lurewatch.lab.hostile;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lurewatch.detection.assess.Detector;

/**
 * Sends inputs through {@link HostilePath} on several threads, and keeps what became of each and how long it took. Each is
 * timed once; at the end, when one thread alone works, the slowest are timed again and a sample that shows what is usual.
 */
public final class HostileBench {
    private static final int CHUNK = 500;
    /** So that the code is compiled before anything is timed: a share of the inputs, and no more than so many. */
    private static final int WARM_UP_SHARE = 10;

    private static final int LONGEST_WARM_UP = 20_000;

    private final Supplier<HostileInputs> inputs;
    private final Detector detector;
    private final int threads;
    private final LongConsumer progress;

    /**
     * Readies the bench.
     *
     * @param inputs makes them, for one thread each
     * @param progress receives how many are done, now and then
     */
    public HostileBench(Supplier<HostileInputs> inputs, Detector detector, int threads, LongConsumer progress) {
        this.inputs = inputs;
        this.detector = detector;
        this.threads = threads;
        this.progress = progress;
    }

    /** What became of all inputs, by number. */
    public static final class Results {
        private final HostileKind[] kinds;
        private final String[] outcomes;
        private final int[] sizes;
        private final int[] records;
        private final long[] nanos;
        private final ConcurrentSkipListMap<Integer, Throwable> crashes = new ConcurrentSkipListMap<>();

        Results(int count) {
            kinds = new HostileKind[count];
            outcomes = new String[count];
            sizes = new int[count];
            records = new int[count];
            nanos = new long[count];
        }

        int count() {
            return kinds.length;
        }

        HostileKind kind(int number) {
            return kinds[number];
        }

        /** The name of its outcome; null where it has none. */
        public String outcome(int number) {
            return outcomes[number];
        }

        /** Bytes of the record or file. */
        int size(int number) {
            return sizes[number];
        }

        /** Records in a file; 1 for what is a record itself. */
        int records(int number) {
            return records[number];
        }

        boolean wasAssessed(int number) {
            return HostileOutcome.WARNED.name().equals(outcomes[number])
                    || HostileOutcome.CLEARED.name().equals(outcomes[number]);
        }

        /** The best time, of a file divided by its records. */
        long nanos(int number) {
            return nanos[number];
        }

        /** What came out that never should, by number. */
        ConcurrentSkipListMap<Integer, Throwable> crashes() {
            return crashes;
        }

        /** Keeps what became of an input, and of several times the best. */
        void put(HostileInput input, HostileOutcome outcome, long time) {
            int number = (int) input.number();
            long each = time / outcome.records();
            nanos[number] = outcomes[number] == null ? each : Math.min(nanos[number], each);
            kinds[number] = input.kind();
            outcomes[number] = outcome.name();
            sizes[number] = input.bytes().length;
            records[number] = outcome.records();
            outcome.crash().ifPresent(crash -> crashes.put(number, crash));
        }
    }

    /**
     * Runs the inputs 0 to count - 1.
     *
     * @param bounds what is out of them is timed again most often
     */
    public Results run(int count, HostileBounds bounds) {
        everyInput(Math.min(count / WARM_UP_SHARE, LONGEST_WARM_UP), new Results(count), done -> {});
        Results results = new Results(count);
        everyInput(count, results, progress);
        HostileInputs again = inputs.get();
        HostilePath path = new HostilePath(detector);
        IntConsumer look = number -> measure(again.input(number), path, results);
        // What is usual must be as undisturbed as what it is compared with.
        HostileTimes.sample(count).forEach(look);
        new SecondLooks(new HostileTimes(results), bounds, look).take();
        return results;
    }

    private void everyInput(int count, Results results, LongConsumer progress) {
        AtomicLong next = new AtomicLong();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Void>> working = IntStream.range(0, threads)
                    .mapToObj(thread -> CompletableFuture.runAsync(() -> work(next, count, results, progress), workers))
                    .toList();
            working.forEach(CompletableFuture::join);
        } finally {
            workers.shutdownNow();
        }
    }

    private void work(AtomicLong next, int count, Results results, LongConsumer progress) {
        HostileInputs made = inputs.get();
        HostilePath path = new HostilePath(detector);
        for (long from = next.getAndAdd(CHUNK); from < count; from = next.getAndAdd(CHUNK)) {
            long end = Math.min(count, from + CHUNK);
            for (long number = from; number < end; number++) {
                measure(made.input(number), path, results);
            }
            progress.accept(end);
        }
    }

    private static void measure(HostileInput input, HostilePath path, Results results) {
        long start = System.nanoTime();
        HostileOutcome outcome = path.outcome(input);
        results.put(input, outcome, System.nanoTime() - start);
    }
}
