package org.lurewatch.job.config;

import org.lurewatch.detection.deployment.VetoLimits;

/**
 * Settings for the control of bundles while the job runs.
 *
 * @param enabled whether commands on the control topic say which bundle decides; otherwise only the settings do
 * @param veto when a bundle that has only just begun to decide is rolled back automatically
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
