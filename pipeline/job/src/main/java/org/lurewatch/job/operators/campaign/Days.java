package org.lurewatch.job.operators.campaign;

import java.time.Duration;

/** Days of event time: timers are set at midnight in UTC, so that one key has a single timer for each day. */
final class Days {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private Days() {}

    /** The first midnight at or after a time. */
    static long upFrom(long time) {
        long down = Math.floorDiv(time, DAY) * DAY;
        return down == time || down > Long.MAX_VALUE - DAY ? down : down + DAY;
    }
}
