package org.lurewatch.job.config;

import java.time.Duration;
import java.util.Optional;

/**
 * When the job's state is saved, and where. With exactly-once delivery warnings are seen one interval later at most.
 *
 * @param interval time from one checkpoint to the next
 * @param directory URI of the folder for checkpoints; without it the cluster's own setting holds
 * @param backend where state lies between two checkpoints; without it the cluster's own setting holds
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
