package org.lurewatch.job.config;

import org.lurewatch.detection.deployment.VetoLimits;

/**
 * The control of bundles while the job runs.
 *
 * @param enabled whether commands on the control topic say which bundle decides; without it only the settings do
 * @param veto when a bundle that is new at deciding is taken back without being asked
 */
public record ControlConfig(boolean enabled, VetoLimits veto) {

    static ControlConfig read(ConfigSection section) {
        try (section) {
            return new ControlConfig(section.flag("enabled", false), veto(section.section("veto")));
        }
    }

    private static VetoLimits veto(ConfigSection section) {
        try (section) {
            VetoLimits defaults = VetoLimits.DEFAULT;
            return new VetoLimits(
                    section.integer("minPostings", defaults.minPostings(), 1),
                    section.probability("maxAlarmRate").orElse(defaults.maxAlarmRate()),
                    section.above("maxRatio", defaults.maxRatio(), 1));
        }
    }
}
