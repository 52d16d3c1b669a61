package org.lurewatch.detection.deployment;

import java.io.Serializable;

/**
 * When a new bundle is vetoed.
 *
 * @param minPostings with fewer postings no rate is judged; at least 1
 * @param maxAlarmRate share of warnings that is never too much; 0 to 1
 * @param maxRatio factor above 1 by which alarms may exceed or fall below those of the bundle before
 */
public record VetoLimits(int minPostings, double maxAlarmRate, double maxRatio) implements Serializable {
    /** Where nothing else is set. */
    public static final VetoLimits DEFAULT = new VetoLimits(200, 0.2, 3);

    public VetoLimits {
        if (minPostings < 1 || !(maxAlarmRate >= 0 && maxAlarmRate <= 1) || !(maxRatio > 1)) {
            throw new IllegalArgumentException(
                    "no limits of a veto: " + minPostings + ", " + maxAlarmRate + ", " + maxRatio);
        }
    }
}
