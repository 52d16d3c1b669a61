package org.lurewatch.job.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which bundle decides, and at which base rate.
 *
 * @param bundle folder of the model bundle, the same on every machine of the cluster; may be absent if commands say
 *     which bundle decides
 * @param baseRate share of scams among the postings; without it the bundle's own assumption applies
 */
public record DetectionConfig(Optional<Path> bundle, Optional<Double> baseRate) {

    /** @param bundleIsNeeded whether it is a problem if no bundle is named */
    static DetectionConfig read(ConfigSection section, boolean bundleIsNeeded) {
        try (section) {
            Optional<Path> bundle =
                    bundleIsNeeded ? Optional.of(section.requiredPath("bundle")) : section.path("bundle");
            return new DetectionConfig(bundle, section.probability("baseRate"));
        }
    }
}
