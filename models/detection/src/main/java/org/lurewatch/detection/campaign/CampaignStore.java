package org.lurewatch.detection.campaign;

import java.util.List;
import java.util.Optional;

/** Where the ledger keeps what it knows. */
public interface CampaignStore {
    Optional<String> campaignOf(String posting);

    void assign(String posting, String campaign);

    /** A campaign remembers the posting no longer. */
    void release(String posting);

    Optional<CampaignEntry> entry(String campaign);

    /** Ids of the campaigns that became part of this one, not of those that became part of them. */
    List<String> mergedInto(String campaign);

    /** Keeps the entry in place of the one with its id. */
    void save(CampaignEntry entry);

    /** Forgets the entry, and which campaign its members belong to. */
    void forget(CampaignEntry entry);
}
