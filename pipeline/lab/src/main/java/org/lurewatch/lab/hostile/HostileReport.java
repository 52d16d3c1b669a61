package org.lurewatch.lab.hostile;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lurewatch.lab.hostile.HostileBench.Results;
import org.lurewatch.lab.hostile.HostileTimes.Measure;

/** What the results of {@link HostileBench} come to. */
public final class HostileReport {
    private static final int MOST_CRASHES = 20;
    private static final double MILLI = 1e6;
    private static final double KIB = 1024;

    private final Results results;
    private final HostileTimes times;

    public HostileReport(Results results) {
        this.results = results;
        this.times = new HostileTimes(results);
    }

    public int crashed() {
        return results.crashes().size();
    }

    /** Inputs without an outcome. */
    public long unaccounted() {
        return IntStream.range(0, results.count())
                .filter(number -> results.outcome(number) == null)
                .count();
    }

    public boolean isWithin(HostileBounds bounds) {
        return Stream.of(Measure.values()).allMatch(measure -> times.slowest(measure) <= bounds.of(measure));
    }

    public void print(PrintWriter out) {
        printOutcomes(out);
        out.println();
        printKinds(out);
        out.println();
        out.printf(
                Locale.ROOT,
                "median %.3f ms an input, %.3f ms a KiB of records that are assessed%n",
                times.median(Measure.INPUT) / MILLI,
                times.median(Measure.KIB) / MILLI);
        out.printf(
                Locale.ROOT,
                "slowest of up to 32 KiB, and of files a record: %.1f times the median input%n",
                times.slowest(Measure.INPUT));
        printSlowest(out, Measure.INPUT);
        out.printf(Locale.ROOT, "slowest a KiB of longer ones: %.1f times the median%n", times.slowest(Measure.KIB));
        printSlowest(out, Measure.KIB);
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
        out.println("Times are those of one record: a file's is divided by the records in it.");
        out.println("KIND                    INPUTS  ASSESSED  REJECTED  MEDIAN MS  SLOWEST MS  ITS KIB  ITS NUMBER");
        for (HostileKind kind : HostileKind.values()) {
            int[] numbers = times.slowestFirst(kind);
            if (numbers.length > 0) {
                printKind(out, kind, numbers);
            }
        }
    }

    private void printKind(PrintWriter out, HostileKind kind, int[] numbers) {
        int slowest = numbers[0];
        long assessed = IntStream.of(numbers).filter(results::wasAssessed).count();
        out.printf(
                Locale.ROOT,
                "%-22s %7d %9d %9d %10.3f %11.2f %8.1f %11d%n",
                kind.spelling(),
                numbers.length,
                assessed,
                numbers.length - assessed,
                times.nanos(numbers[numbers.length / 2]) / MILLI,
                times.nanos(slowest) / MILLI,
                results.size(slowest) / KIB,
                slowest);
    }

    private void printSlowest(PrintWriter out, Measure measure) {
        IntStream.of(times.slowestFirst(measure))
                .limit(SecondLooks.NAMED)
                .forEach(number -> out.printf(
                        Locale.ROOT,
                        "  %10d  %-22s %9.2f ms %9.1f KiB %9s %9.1f times  %s%n",
                        number,
                        results.kind(number).spelling(),
                        times.nanos(number) / MILLI,
                        results.size(number) / KIB,
                        records(results.records(number)),
                        times.timesMedian(number),
                        results.outcome(number)));
    }

    public static String records(int count) {
        return count == 1 ? "1 record" : count + " records";
    }

    /** The exception's message may quote the input, so only its type and place are shown. */
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
