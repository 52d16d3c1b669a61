package org.lurewatch.job.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What decides.
 *
 * @param bundle folder of the model bundle, the same on every machine of the cluster; may be missing where commands say
 *     which bundle decides
 * @param baseRate share of scams among the postings; without it the bundle's own assumption holds
 */
public record DetectionConfig(Optional<Path> bundle, Optional<Double> baseRate) {

    /** @param bundleIsNeeded whether it is a problem where none is named */
    static DetectionConfig read(ConfigSection section, boolean bundleIsNeeded) {
        try (section) {
            Optional<Path> bundle =
                    bundleIsNeeded ? Optional.of(section.requiredPath("bundle")) : section.path("bundle");
            return new DetectionConfig(bundle, section.probability("baseRate"));
        }
    }
}
