package org.lurewatch.job.resume;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.core.fs.Path;

/**
 * A checkpoint that was finished.
 *
 * @param folder where it lies
 * @param number what Flink counts it as
 * @param finished when
 */
public record FoundCheckpoint(Path folder, long number, Instant finished) {

    /** What it is, for a person, such as {@code checkpoint 412, 14 s old}. */
    public String words(Instant now) {
        return "checkpoint " + number + ", " + age(Duration.between(finished, now)) + " old";
    }

    private static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
    }
}
