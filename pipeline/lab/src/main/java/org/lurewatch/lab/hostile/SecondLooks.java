package org.lurewatch.lab.hostile;

import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * Times the slowest inputs again when all are done, one after the other, and the best time stands: a pause of the garbage
 * collector or other work of the machine must not be blamed on the input that met it. It goes from the slowest down until
 * all that the report names as slowest have been timed again, of each measure and of each kind.
 */
final class SecondLooks {
    /** So many of each measure are named. */
    static final int NAMED = 10;

    /** So often an input is timed again that stays out of its bound; others once. */
    static final int MOST_LOOKS = 5;

    private final HostileTimes times;
    private final HostileBounds bounds;
    private final IntConsumer look;

    /** @param look times the input of a number again and keeps the better time */
    SecondLooks(HostileTimes times, HostileBounds bounds, IntConsumer look) {
        this.times = times;
        this.bounds = bounds;
        this.look = look;
    }

    void take() {
        for (HostileTimes.Measure measure : HostileTimes.Measure.values()) {
            take(times.slowestFirst(measure), times::timesMedian, NAMED);
        }
        for (HostileKind kind : HostileKind.values()) {
            take(times.slowestFirst(kind), times::nanos, 1);
        }
    }

    /** Until so many of those timed again are as slow as the next one seemed, which then cannot be among the slowest. */
    private void take(int[] slowestFirst, IntToDoubleFunction time, int named) {
        PriorityQueue<Double> slowest = new PriorityQueue<>();
        for (int number : slowestFirst) {
            if (slowest.size() == named && slowest.element() >= time.applyAsDouble(number)) {
                return;
            }
            take(number);
            slowest.add(time.applyAsDouble(number));
            if (slowest.size() > named) {
                slowest.remove();
            }
        }
    }

    private void take(int number) {
        int looks = 0;
        do {
            look.accept(number);
            looks++;
        } while (looks < MOST_LOOKS && times.timesMedian(number) > bounds.of(times.measure(number)));
    }
}
