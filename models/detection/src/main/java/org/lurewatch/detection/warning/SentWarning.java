package org.lurewatch.detection.warning;

import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.campaign.Standing;

/**
 * The warning of a posting that was sent last, as far as the next one depends on it.
 *
 * @param revision its number, from 1
 * @param verdict what it said
 * @param scamType code of the kind of scam that it named
 * @param otherScamType code of the second kind that it named
 * @param campaign the campaign that it named
 * @param reviewed what reviewers said of the posting when it was sent
 */
public record SentWarning(
        int revision,
        Verdict verdict,
        Optional<String> scamType,
        Optional<String> otherScamType,
        Optional<String> campaign,
        Optional<Standing> reviewed) {
    public SentWarning {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(scamType);
        Objects.requireNonNull(otherScamType);
        Objects.requireNonNull(campaign);
        Objects.requireNonNull(reviewed);
    }
}
