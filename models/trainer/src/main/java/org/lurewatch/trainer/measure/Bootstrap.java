package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Draws whole groups with replacement, because near-duplicates are not independent evidence. The draws depend only on
 * the seed and the number of groups, so that two bundles measured on the same postings get the same draws.
 * See RATIONALE.md, "Intervals draw groups, not rows".
 *
 * @param resamples how many draws
 * @param seed another seed draws anew
 */
public record Bootstrap(int resamples, long seed) {
    private static final int FEWEST = 200;
    private static final int MOST = 100_000;

    public Bootstrap {
        if (resamples < FEWEST || resamples > MOST) {
            throw new IllegalArgumentException(
                    "between " + FEWEST + " and " + MOST + " resamples are needed, not " + resamples);
        }
    }

    /**
     * The interval of each figure.
     *
     * @param groups how many groups there are
     * @param figures computes the figures from how often each group counts; NaN for a figure that cannot be computed
     * @return one for each figure; none for a figure that cannot be computed with each group counted once
     */
    List<Optional<Interval>> intervals(int groups, Function<int[], double[]> figures) {
        int[] times = new int[groups];
        Arrays.fill(times, 1);
        double[] estimates = figures.apply(times);
        double[][] drawn = new double[estimates.length][resamples];
        SplittableRandom chance = new SplittableRandom(seed);
        for (int i = 0; i < resamples; i++) {
            Arrays.fill(times, 0);
            for (int draw = 0; draw < groups; draw++) {
                times[chance.nextInt(groups)]++;
            }
            double[] values = figures.apply(times);
            for (int figure = 0; figure < values.length; figure++) {
                drawn[figure][i] = values[figure];
            }
        }
        List<Optional<Interval>> intervals = new ArrayList<>();
        for (int figure = 0; figure < estimates.length; figure++) {
            intervals.add(
                    Double.isNaN(estimates[figure])
                            ? Optional.empty()
                            : Optional.of(Interval.of(estimates[figure], drawn[figure])));
        }
        return intervals;
    }
}
