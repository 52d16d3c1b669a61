package org.lurewatch.job.config;

import java.time.Duration;

/**
 * What the stream remembers of postings.
 *
 * @param enabled whether it remembers any; without it each posting is judged by itself, and reviews are not read
 * @param expireAfter how long after it was last seen a posting, a handle or a campaign is forgotten, in event time
 * @param reviewsPerDay judgements of one reviewer and day that count without a second opinion
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
