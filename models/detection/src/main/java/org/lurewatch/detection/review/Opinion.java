package org.lurewatch.detection.review;

import java.util.Objects;

/**
 * What one reviewer says of a posting or campaign.
 *
 * @param alone whether it counts without a second opinion
 * @param time event time in milliseconds
 */
public record Opinion(String reviewer, Judgement judgement, boolean alone, long time) {
    public Opinion {
        Objects.requireNonNull(reviewer);
        Objects.requireNonNull(judgement);
    }
}
