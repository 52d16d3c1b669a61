package org.lurewatch.job.operators.campaign;

import java.time.Duration;

/** Days of event time: timers lie on their borders, so that those of one key or one day are one. */
final class Days {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private Days() {}

    /** The first border of a day at or after a time. */
    static long upFrom(long time) {
        long down = Math.floorDiv(time, DAY) * DAY;
        return down == time || down > Long.MAX_VALUE - DAY ? down : down + DAY;
    }
}
