package org.lurewatch.lab.hostile;

/**
 * How much longer than usual an input may take.
 *
 * @param ratio most times the median for {@link HostileTimes.Measure#INPUT}
 * @param ratioPerKib most times the median for {@link HostileTimes.Measure#KIB}
 */
public record HostileBounds(double ratio, double ratioPerKib) {
    double of(HostileTimes.Measure measure) {
        return switch (measure) {
            case INPUT -> ratio;
            case KIB -> ratioPerKib;
        };
    }
}
