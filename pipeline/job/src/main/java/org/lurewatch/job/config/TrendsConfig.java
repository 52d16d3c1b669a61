package org.lurewatch.job.config;

/**
 * Counts by hour and day.
 *
 * @param enabled whether they are made
 */
public record TrendsConfig(boolean enabled) {

    static TrendsConfig read(ConfigSection section) {
        try (section) {
            return new TrendsConfig(section.flag("enabled", true));
        }
    }
}
