package org.lurewatch.job.operators;

import java.util.List;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * How many values of one task lie at or below each of several bounds, since the task started. Flink's own histograms
 * give quantiles for each task, which cannot be combined; these counts can be added up over tasks, and Prometheus's
 * {@code histogram_quantile} takes the sum. Written by one thread and read by another that reports.
 * See RATIONALE.md, "Scores and latency are counts under bounds".
 */
final class Distribution {
    private static final String BOUND = "le";
    private static final String COUNT = "bucket";
    private static final String NO_BOUND = "+Inf";

    private final double[] bounds;
    private final long[] counts;

    private Distribution(double[] bounds) {
        this.bounds = bounds;
        this.counts = new long[bounds.length + 1];
    }

    /**
     * Registers it as {@code NAME.le.BOUND.bucket}, and everything under the bound {@code +Inf}.
     *
     * @param bounds ascending
     */
    static Distribution open(MetricGroup group, String name, List<Double> bounds) {
        Distribution distribution = new Distribution(
                bounds.stream().mapToDouble(Double::doubleValue).toArray());
        MetricGroup own = group.addGroup(name);
        for (int i = 0; i < distribution.counts.length; i++) {
            int last = i;
            String bound = i < bounds.size() ? bounds.get(i).toString() : NO_BOUND;
            own.addGroup(BOUND, bound).gauge(COUNT, (Gauge<Long>) () -> distribution.upTo(last));
        }
        return distribution;
    }

    /** Counts one value. */
    void add(double value) {
        int i = 0;
        while (i < bounds.length && value > bounds[i]) {
            i++;
        }
        counts[i]++;
    }

    private long upTo(int last) {
        long sum = 0;
        for (int i = 0; i <= last; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
