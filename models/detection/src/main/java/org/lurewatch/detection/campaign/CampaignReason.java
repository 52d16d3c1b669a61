package org.lurewatch.detection.campaign;

import java.util.Objects;

/**
 * What other postings of a campaign say about one.
 *
 * @param signal a name that stays the same
 * @param contribution what it adds to the log-odds of a scam
 * @param text one line for a reader; nothing in it was written by whoever posted
 */
public record CampaignReason(String signal, double contribution, String text) {
    public CampaignReason {
        Objects.requireNonNull(signal);
        Objects.requireNonNull(text);
    }
}
