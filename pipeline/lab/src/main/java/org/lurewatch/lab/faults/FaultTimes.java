package org.lurewatch.lab.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long it took after each fault until a warning was committed of a posting that was sent after it. What was under way
 * already proves nothing.
 */
public final class FaultTimes {
    private final List<Open> open = new ArrayList<>();
    private final Map<FaultKind, List<Double>> seconds = new EnumMap<>(FaultKind.class);

    private record Open(FaultKind kind, long nanos) {}

    /** A fault came, at a time of {@link System#nanoTime}. */
    synchronized void fault(FaultKind kind, long nanos) {
        open.add(new Open(kind, nanos));
    }

    /** A committed warning was read, of a posting that was sent at a time. */
    synchronized void warning(long sentNanos, long readNanos) {
        open.removeIf(fault -> {
            boolean over = sentNanos - fault.nanos() > 0;
            if (over) {
                seconds.computeIfAbsent(fault.kind(), kind -> new ArrayList<>()).add((readNanos - fault.nanos()) / 1e9);
            }
            return over;
        });
    }

    /** Whether the job has recovered from all. */
    synchronized boolean allOver() {
        return open.isEmpty();
    }

    /** How many of a kind the job has recovered from. */
    public synchronized int count(FaultKind kind) {
        return seconds.getOrDefault(kind, List.of()).size();
    }

    /** The time that a share of a kind, or of all where it is empty, took at most, in seconds; NaN where there is none. */
    public synchronized double quantile(Optional<FaultKind> kind, double share) {
        double[] sorted = (kind.isPresent()
                        ? seconds.getOrDefault(kind.get(), List.of()).stream()
                        : seconds.values().stream().flatMap(List::stream))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
