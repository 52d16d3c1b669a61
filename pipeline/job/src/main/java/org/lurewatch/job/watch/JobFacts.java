package org.lurewatch.job.watch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a job at one moment.
 *
 * @param at that moment
 * @param flink what Flink says; empty where it does not answer
 * @param failing what does not answer now, with the reason
 */
public record JobFacts(Instant at, Optional<FlinkFacts> flink, Map<Trouble, String> failing) {

    public JobFacts {
        failing = Map.copyOf(failing);
    }
}
