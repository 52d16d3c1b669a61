package org.lurewatch.lab.hostile;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lurewatch.lab.hostile.HostileBench.Results;

/**
 * The times of a run against what is usual in it. The medians are those of when this was made; the times are whatever
 * the results say at the moment.
 */
final class HostileTimes {
    private static final double BYTES_OF_A_KIB = 1024;
    /** No advert is longer: of 10,469 that the model was developed with the longest has 29 KiB. */
    private static final int LONGEST_ADVERT = 32 << 10;

    private static final int SAMPLE = 2_000;

    private final Results results;
    private final Map<Measure, Double> medians = new EnumMap<>(Measure.class);

    /** By what an input's time is judged. */
    enum Measure {
        /**
         * The time itself: of records no longer than an advert, and of files, whose time is divided by the records in
         * them. What a file unpacks to says more of its time than its own length does.
         */
        INPUT,
        /** The time a KiB: of longer records, which may take as much longer as they are longer. */
        KIB
    }

    HostileTimes(Results results) {
        this.results = results;
        medians.put(Measure.INPUT, median(sample(results.count()).mapToDouble(results::nanos)));
        medians.put(
                Measure.KIB,
                median(sample(results.count())
                        .filter(number -> results.wasAssessed(number)
                                && !results.kind(number).isFile())
                        .mapToDouble(number -> nanos(number, Measure.KIB))));
    }

    /**
     * The numbers of the inputs, of so many, whose medians are what is usual: some 2,000 of them at equal distances, or
     * all where they are few.
     */
    static IntStream sample(int count) {
        int distance = Math.max(1, count / SAMPLE);
        return IntStream.iterate(0, number -> number < count, number -> number + distance);
    }

    /** The upper one where there are two; not a number where there is none. */
    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** In nanoseconds an input, or a KiB of the records that were assessed, whatever their length. */
    double median(Measure measure) {
        return medians.get(measure);
    }

    /** How many times the median an input took, by its measure. */
    double timesMedian(int number) {
        Measure measure = measure(number);
        return nanos(number, measure) / median(measure);
    }

    /** How many times the median the slowest took; 0 where none has this measure. */
    double slowest(Measure measure) {
        return numbers(measure).mapToDouble(this::timesMedian).max().orElse(0);
    }

    /** Of one record. */
    double nanos(int number) {
        return results.nanos(number);
    }

    Measure measure(int number) {
        return results.kind(number).isFile() || results.size(number) <= LONGEST_ADVERT ? Measure.INPUT : Measure.KIB;
    }

    /** The numbers of the inputs that have this measure, as slow by it as they are now. */
    int[] slowestFirst(Measure measure) {
        return slowestFirst(numbers(measure), this::timesMedian);
    }

    /** The numbers of the inputs of a kind, as slow as they are now. */
    int[] slowestFirst(HostileKind kind) {
        return slowestFirst(accounted().filter(number -> results.kind(number) == kind), this::nanos);
    }

    private static int[] slowestFirst(IntStream numbers, IntToDoubleFunction time) {
        return numbers.boxed()
                .sorted(Comparator.comparingDouble((Integer number) -> -time.applyAsDouble(number)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private IntStream numbers(Measure measure) {
        return accounted().filter(number -> measure(number) == measure);
    }

    private IntStream accounted() {
        return IntStream.range(0, results.count()).filter(number -> results.outcome(number) != null);
    }

    private double nanos(int number, Measure measure) {
        return switch (measure) {
            case INPUT -> results.nanos(number);
            case KIB -> results.nanos(number) / Math.max(1, results.size(number) / BYTES_OF_A_KIB);
        };
    }
}
