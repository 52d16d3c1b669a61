package org.lurewatch.job.config;

/**
 * Settings of the counts by hour and day.
 *
 * @param enabled whether postings are counted
 */
public record TrendsConfig(boolean enabled) {

    static TrendsConfig read(ConfigSection section) {
        try (section) {
            return new TrendsConfig(section.flag("enabled", true));
        }
    }
}
