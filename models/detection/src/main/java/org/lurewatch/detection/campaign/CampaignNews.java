package org.lurewatch.detection.campaign;

import java.util.List;
import java.util.Objects;

/**
 * News for one posting from its campaign.
 *
 * @param posting whom it is for
 * @param campaign the campaign that it belongs to
 * @param count postings of that campaign so far
 * @param standing what reviewers say that holds for this posting
 * @param reasons what the campaign adds to its score
 * @param why one line: what happened
 */
public record CampaignNews(
        String posting, String campaign, int count, Standing standing, List<CampaignReason> reasons, String why) {
    public CampaignNews {
        Objects.requireNonNull(posting);
        Objects.requireNonNull(campaign);
        Objects.requireNonNull(standing);
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(why);
    }
}
