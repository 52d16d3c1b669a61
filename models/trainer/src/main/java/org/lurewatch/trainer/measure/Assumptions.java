package org.lurewatch.trainer.measure;

import java.util.Map;
import org.lurewatch.detection.assess.WarningPolicy;

/**
 * What figures are stated for.
 *
 * @param baseRate share of scams in the stream to be screened
 * @param volume postings a day in that stream
 * @param minutesAReview what a person spends on a warning
 * @param statedAt share of scams that the precision of a file is stated for, by file; the file's own share otherwise
 * @param bootstrap how intervals are drawn
 */
public record Assumptions(
        double baseRate, double volume, double minutesAReview, Map<String, Double> statedAt, Bootstrap bootstrap) {
    public static final double DEFAULT_VOLUME = 100_000;
    public static final double DEFAULT_MINUTES = 3;
    public static final Bootstrap DEFAULT_BOOTSTRAP = new Bootstrap(1_000, 1);

    public Assumptions {
        if (!(baseRate > 0 && baseRate < 1)) {
            throw new IllegalArgumentException("a base rate lies between 0 and 1, not at " + baseRate);
        }
        if (!(volume > 0 && minutesAReview > 0)) {
            throw new IllegalArgumentException("volume and minutes must be positive");
        }
        statedAt.forEach((file, rate) -> {
            if (!(rate > 0 && rate < 1)) {
                throw new IllegalArgumentException("a base rate lies between 0 and 1, not at " + rate);
            }
        });
        statedAt = Map.copyOf(statedAt);
    }

    /** The share of scams that the precision of a slice is stated for, or NaN for the slice's own. */
    public double statedAt(Cut cut, String slice) {
        return cut == Cut.FILE ? statedAt.getOrDefault(slice, Double.NaN) : Double.NaN;
    }

    /** The default ones. */
    public static Assumptions of(Map<String, Double> statedAt) {
        return new Assumptions(
                WarningPolicy.DEFAULT_BASE_RATE, DEFAULT_VOLUME, DEFAULT_MINUTES, statedAt, DEFAULT_BOOTSTRAP);
    }
}
