package org.lurewatch.trainer.bench.subject;

import java.util.SplittableRandom;
import org.lurewatch.detection.posting.JobPosting;

/**
 * Random numbers that depend only on a seed, a posting and a purpose, not on the order in which postings are treated.
 */
public final class Seeds {
    private Seeds() {}

    public static SplittableRandom of(long seed, JobPosting posting, String purpose) {
        long mixed =
                seed * 0x9E3779B97F4A7C15L + posting.identifier().hashCode() * 0xBF58476D1CE4E5B9L + purpose.hashCode();
        return new SplittableRandom(mixed);
    }
}
