package org.lurewatch.detection.warning;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.Standing;

/**
 * A posting as its campaign knows it.
 *
 * @param posting names it in all state
 * @param key its key for readers, source/identifier
 * @param time event time in milliseconds
 * @param verdict with what the campaign and reviewers say
 * @param score with what the campaign adds, 0 to 1
 * @param scamType code of the likeliest kind of scam
 * @param employer hash of the employer's name; 0 where there is none
 * @param standing what reviewers say that holds for it
 * @param handles its contacts as KIND:value; versions up to 0.1.0 did not keep them
 */
public record CampaignPosting(
        String posting,
        String key,
        long time,
        Verdict verdict,
        double score,
        Optional<String> scamType,
        long employer,
        Standing standing,
        List<String> handles) {
    public CampaignPosting {
        Objects.requireNonNull(posting);
        Objects.requireNonNull(key);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(scamType);
        Objects.requireNonNull(standing);
        handles = List.copyOf(handles);
    }
}
