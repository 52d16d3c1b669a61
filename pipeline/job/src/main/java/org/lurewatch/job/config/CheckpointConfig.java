package org.lurewatch.job.config;

import java.time.Duration;
import java.util.Optional;

/**
 * When the job's state is saved, and where. With exactly-once delivery, readers see warnings up to one interval later.
 *
 * @param interval time from one checkpoint to the next
 * @param directory URI of the folder for checkpoints; without it the cluster's own setting applies
 * @param backend where state is kept between checkpoints; without it the cluster's own setting applies
 */
public record CheckpointConfig(Duration interval, Optional<String> directory, Optional<StateBackend> backend) {

    static CheckpointConfig read(ConfigSection section) {
        try (section) {
            return new CheckpointConfig(
                    section.duration("interval", Duration.ofSeconds(10), Duration.ofMillis(100)),
                    section.text("directory"),
                    section.choice("backend", StateBackend.class));
        }
    }
}
