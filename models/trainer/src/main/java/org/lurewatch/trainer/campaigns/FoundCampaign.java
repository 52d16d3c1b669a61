package org.lurewatch.trainer.campaigns;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lurewatch.detection.campaign.LinkKind;

/**
 * A campaign found among the postings of some files.
 *
 * @param id its name
 * @param count how many postings ever joined
 * @param postings those that it remembers, in the order in which they joined
 * @param ties how often each kind of link tied them
 */
record FoundCampaign(String id, int count, List<LinkedPosting> postings, Map<LinkKind, Long> ties) {
    FoundCampaign {
        Objects.requireNonNull(id);
        postings = List.copyOf(postings);
        ties = Map.copyOf(ties);
    }
}
