package org.lurewatch.local;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.lurewatch.local.HostileBench.Results;

/** What the results of {@link HostileBench} come to. */
final class HostileReport {
    private static final int SHOWN = 10;
    private static final int MOST_CRASHES = 20;
    private static final double MILLI = 1e6;
    private static final double KIB = 1024;
    /** No advert is longer; what is takes as much longer as it is longer, and is held to its time a KiB. */
    private static final int LONGEST_ADVERT = 64 << 10;
    /** Below it, what every record costs outweighs what its length costs. */
    private static final int LEAST_FOR_A_RATE = 8 << 10;

    private final Results results;
    private final double medianNanos;
    private final double medianNanosPerKib;

    HostileReport(Results results) {
        this.results = results;
        this.medianNanos = median(
                IntStream.range(0, results.count()).mapToDouble(results::nanos).toArray());
        double[] perKib = IntStream.range(0, results.count())
                .filter(number -> wasAssessed(number))
                .mapToDouble(this::nanosPerKib)
                .toArray();
        this.medianNanosPerKib = median(perKib);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private boolean wasAssessed(int number) {
        String outcome = results.outcome(number);
        return HostileOutcome.WARNED.name().equals(outcome)
                || HostileOutcome.CLEARED.name().equals(outcome);
    }

    private double nanosPerKib(int number) {
        return results.nanos(number) / Math.max(1, results.size(number) / KIB);
    }

    int crashed() {
        return results.crashes().size();
    }

    /** Inputs without an outcome. */
    long unaccounted() {
        return IntStream.range(0, results.count())
                .filter(number -> results.outcome(number) == null)
                .count();
    }

    /** How many times the median input's time the slowest took of those no longer than an advert. */
    double ratio() {
        return most(results::nanos, number -> results.size(number) <= LONGEST_ADVERT) / medianNanos;
    }

    /** How many times the median's time a KiB the slowest took of those that are longer. */
    double ratioPerKibOfLonger() {
        return most(this::nanosPerKib, number -> results.size(number) > LONGEST_ADVERT) / medianNanosPerKib;
    }

    private double most(IntToDoubleFunction time, IntPredicate counted) {
        return IntStream.range(0, results.count())
                .filter(counted)
                .mapToDouble(time)
                .max()
                .orElse(0);
    }

    /** What a file unpacks to says more of its time than its own length does. */
    private boolean hasLength(int number) {
        return results.size(number) >= LEAST_FOR_A_RATE && results.kind(number) != HostileKind.GZIP_BOMB_AS_FILE;
    }

    void print(PrintWriter out) {
        printOutcomes(out);
        out.println();
        printKinds(out);
        out.println();
        out.printf(
                Locale.ROOT,
                "median %.3f ms an input, %.3f ms a KiB of what is assessed%n",
                medianNanos / MILLI,
                medianNanosPerKib / MILLI);
        out.printf(
                Locale.ROOT,
                "slowest of all: %.1f times the median input%n",
                most(results::nanos, number -> true) / medianNanos);
        printSlowest(out, results::nanos, number -> true);
        out.printf(
                Locale.ROOT,
                "slowest a KiB, of 8 KiB and more: %.1f times the median%n",
                most(this::nanosPerKib, this::hasLength) / medianNanosPerKib);
        printSlowest(out, this::nanosPerKib, this::hasLength);
        out.printf(Locale.ROOT, "slowest of up to 64 KiB: %.1f times the median input%n", ratio());
        out.printf(Locale.ROOT, "slowest a KiB of longer ones: %.1f times the median%n", ratioPerKibOfLonger());
        results.crashes().entrySet().stream()
                .limit(MOST_CRASHES)
                .forEach(crash -> printCrash(out, crash.getKey(), crash.getValue()));
        out.printf(Locale.ROOT, "%d inputs, crashed %d, unaccounted %d%n", results.count(), crashed(), unaccounted());
    }

    private void printOutcomes(PrintWriter out) {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int number = 0; number < results.count(); number++) {
            outcomes.merge(String.valueOf(results.outcome(number)), 1, Integer::sum);
        }
        out.println("OUTCOME                         INPUTS");
        outcomes.forEach((outcome, count) -> out.printf(Locale.ROOT, "%-28s %9d%n", outcome, count));
    }

    private void printKinds(PrintWriter out) {
        Map<HostileKind, List<Integer>> numbers = new EnumMap<>(HostileKind.class);
        for (int number = 0; number < results.count(); number++) {
            if (results.outcome(number) != null) {
                numbers.computeIfAbsent(results.kind(number), kind -> new ArrayList<>())
                        .add(number);
            }
        }
        out.println("KIND                    INPUTS  ASSESSED  REJECTED  MEDIAN MS  SLOWEST MS  ITS KIB  ITS NUMBER");
        numbers.forEach((kind, of) -> {
            int slowest =
                    of.stream().max(Comparator.comparingLong(results::nanos)).orElseThrow();
            long assessed = of.stream().filter(this::wasAssessed).count();
            out.printf(
                    Locale.ROOT,
                    "%-22s %7d %9d %9d %10.3f %11.2f %8.1f %11d%n",
                    kind.spelling(),
                    of.size(),
                    assessed,
                    of.size() - assessed,
                    median(of.stream().mapToDouble(results::nanos).toArray()) / MILLI,
                    results.nanos(slowest) / MILLI,
                    results.size(slowest) / KIB,
                    slowest);
        });
    }

    private void printSlowest(PrintWriter out, IntToDoubleFunction time, IntPredicate counted) {
        IntStream.range(0, results.count())
                .filter(counted)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer number) -> -time.applyAsDouble(number)))
                .limit(SHOWN)
                .forEach(number -> out.printf(
                        Locale.ROOT,
                        "  %10d  %-22s %9.2f ms %9.1f KiB %8.3f ms a KiB  %s%n",
                        number,
                        results.kind(number).spelling(),
                        results.nanos(number) / MILLI,
                        results.size(number) / KIB,
                        nanosPerKib(number) / MILLI,
                        results.outcome(number)));
    }

    /** The exception's message may quote the input, so its type and place alone are told. */
    private void printCrash(PrintWriter out, int number, Throwable crash) {
        StackTraceElement[] trace = crash.getStackTrace();
        out.printf(
                Locale.ROOT,
                "crashed: %d  %s  %s%s%n",
                number,
                results.kind(number).spelling(),
                crash.getClass().getName(),
                trace.length == 0 ? "" : " at " + trace[0]);
    }
}
