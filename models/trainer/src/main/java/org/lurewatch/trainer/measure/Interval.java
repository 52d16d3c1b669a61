package org.lurewatch.trainer.measure;

import java.util.Arrays;
import smile.stat.distribution.BetaDistribution;

/**
 * A figure and its 95 % interval: the range in which that share of its resampled values lie, or the one of Clopper and
 * Pearson where it is a count of independent cases.
 *
 * @param estimate the figure
 * @param low end of the range; never over the estimate
 * @param high end of the range; never under the estimate
 */
public record Interval(double estimate, double low, double high) {
    /**
     * Of fewer independent groups no result, not even one without exception, differs from a coin's at this level: five
     * heads in a row have a probability of 2 x 0.5^5 = 6 %, either way; six, of 3 %.
     */
    public static final int FEWEST_GROUPS = 6;

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
     * The interval of a share of independent cases (Clopper and Pearson).
     *
     * @param hits how many of them, from 0
     * @param cases how many there are, at least 1
     */
    public static Interval ofCount(int hits, int cases) {
        double low = hits == 0 ? 0 : new BetaDistribution(hits, cases - hits + 1).quantile(OUTSIDE_EACH_END);
        double high = hits == cases ? 1 : new BetaDistribution(hits + 1, cases - hits).quantile(1 - OUTSIDE_EACH_END);
        double share = (double) hits / cases;
        return new Interval(share, Math.min(low, share), Math.max(high, share));
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
