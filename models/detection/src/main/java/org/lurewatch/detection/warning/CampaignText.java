package org.lurewatch.detection.warning;

import java.util.Objects;

/**
 * The text of a posting, for its campaign's template.
 *
 * @param posting names it in all state
 * @param time event time in milliseconds
 * @param text the beginning of its prose
 */
public record CampaignText(String posting, long time, String text) {
    public CampaignText {
        Objects.requireNonNull(posting);
        Objects.requireNonNull(text);
    }
}
