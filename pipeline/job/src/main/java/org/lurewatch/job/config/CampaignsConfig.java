package org.lurewatch.job.config;

import java.time.Duration;

/**
 * What the stream remembers about postings.
 *
 * @param enabled whether it remembers any; otherwise each posting is judged by itself, and reviews are not read
 * @param expireAfter how long a posting, a handle or a campaign is remembered after it was last seen, in event time
 * @param reviewsPerDay how many judgements of one reviewer count per day without a second opinion
 */
public record CampaignsConfig(boolean enabled, Duration expireAfter, int reviewsPerDay) {

    static CampaignsConfig read(ConfigSection section) {
        try (section) {
            return new CampaignsConfig(
                    section.flag("enabled", true),
                    section.duration("expireAfter", Duration.ofDays(90), Duration.ofHours(1)),
                    section.integer("reviewsPerDay", 50, 1));
        }
    }
}
