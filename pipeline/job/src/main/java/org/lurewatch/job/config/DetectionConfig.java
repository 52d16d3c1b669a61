package org.lurewatch.job.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lurewatch.detection.assess.PolicyChoice;

/**
 * Which bundles decide, and by which of their lines.
 *
 * @param bundle folder of the model bundle, the same on every machine of the cluster; may be absent if commands say
 *     which bundle decides
 * @param successor folder of the bundle that decides, with control, where the champion is of another version of Lurewatch
 * @param policy name of one of the bundle's policies
 * @param alarmsPer1000 how many of 1,000 honest adverts may be warned of; without it as many as the policy says
 * @param baseRate share of scams among the postings; without it the bundle's own assumption applies
 */
public record DetectionConfig(
        Optional<Path> bundle,
        Optional<Path> successor,
        String policy,
        Optional<Double> alarmsPer1000,
        Optional<Double> baseRate) {

    /** @param bundleIsNeeded whether it is a problem if no bundle is named */
    static DetectionConfig read(ConfigSection section, boolean bundleIsNeeded) {
        try (section) {
            Optional<Path> bundle =
                    bundleIsNeeded ? Optional.of(section.requiredPath("bundle")) : section.path("bundle");
            return new DetectionConfig(
                    bundle,
                    section.path("successor"),
                    section.text("policy", PolicyChoice.DEFAULT.policy()),
                    section.between("alarmsPer1000", 0, 1000),
                    section.probability("baseRate"));
        }
    }

    /** The lines that the bundle is to decide by. */
    public PolicyChoice choice() {
        return new PolicyChoice(policy, optional(baseRate), optional(alarmsPer1000));
    }

    private static OptionalDouble optional(Optional<Double> number) {
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }
}
