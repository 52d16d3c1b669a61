package org.lurewatch.detection.warning;

import java.util.Objects;
import java.util.Optional;

/**
 * What follows for a campaign.
 *
 * @param known what is known of it now
 * @param published what readers are told; empty where they are told nothing
 */
public record CampaignStep(KnownCampaign known, Optional<PublicCampaign> published) {
    public CampaignStep {
        Objects.requireNonNull(known);
        Objects.requireNonNull(published);
    }

    static CampaignStep quiet(KnownCampaign known) {
        return new CampaignStep(known, Optional.empty());
    }

    static CampaignStep publish(KnownCampaign known, PublicCampaign current) {
        return new CampaignStep(known.published(current), Optional.of(current));
    }
}
