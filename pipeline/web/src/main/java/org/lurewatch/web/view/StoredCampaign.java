package org.lurewatch.web.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a campaign.
 *
 * @param postings how many belong to it
 * @param first event time of the oldest
 * @param last event time of the newest
 * @param mergedInto the campaign that it turned out to be part of
 * @param json all of it, as {@code campaigns list --format jsonl} prints it; contact details included
 */
public record StoredCampaign(
        String campaignId,
        int revision,
        Optional<String> scamType,
        long postings,
        Instant first,
        Instant last,
        Optional<String> mergedInto,
        ObjectNode json) {}
