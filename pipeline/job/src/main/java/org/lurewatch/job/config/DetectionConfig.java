package org.lurewatch.job.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What decides.
 *
 * @param bundle folder of the model bundle, the same on every machine of the cluster
 * @param baseRate share of scams among the postings; without it the bundle's own assumption holds
 */
public record DetectionConfig(Path bundle, Optional<Double> baseRate) {

    static DetectionConfig read(ConfigSection section) {
        try (section) {
            return new DetectionConfig(section.requiredPath("bundle"), section.probability("baseRate"));
        }
    }
}
