package org.lurewatch.trainer.measure;

import java.util.Arrays;

/**
 * A figure and the range in which 95 % of its resampled values lie.
 *
 * @param estimate the figure
 * @param low end of the range; never over the estimate
 * @param high end of the range; never under the estimate
 */
public record Interval(double estimate, double low, double high) {
    private static final double OUTSIDE_EACH_END = 0.025;

    public Interval {
        if (!(low <= estimate && estimate <= high)) {
            throw new IllegalArgumentException(estimate + " is not between " + low + " and " + high);
        }
    }

    /**
     * The range of resampled values. It is stretched to hold the estimate, which the values of a biased figure can miss.
     *
     * @param resampled in any order; those that are not a number, because nothing was drawn to measure, do not count
     */
    static Interval of(double estimate, double[] resampled) {
        double[] sorted = Arrays.stream(resampled)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new Interval(estimate, estimate, estimate);
        }
        int outside = (int) (OUTSIDE_EACH_END * sorted.length);
        return new Interval(
                estimate, Math.min(estimate, sorted[outside]), Math.max(estimate, sorted[sorted.length - 1 - outside]));
    }

    /**
     * The interval of a share that may be 0 or 1. No resample shows what was never observed, so the range then ends
     * where observing nothing would have a probability of 2.5 % (Clopper and Pearson).
     *
     * @param groups how many independent groups the share is taken of
     */
    Interval ofShare(int groups) {
        double unseen = 1 - Math.pow(OUTSIDE_EACH_END, 1.0 / groups);
        return new Interval(
                estimate,
                estimate == 1 ? Math.min(low, 1 - unseen) : low,
                estimate == 0 ? Math.max(high, unseen) : high);
    }

    /** Whether the whole interval lies on that side of zero. */
    public boolean isUnderZero() {
        return high < 0;
    }

    /** Whether the whole interval lies on that side of zero. */
    public boolean isOverZero() {
        return low > 0;
    }
}
