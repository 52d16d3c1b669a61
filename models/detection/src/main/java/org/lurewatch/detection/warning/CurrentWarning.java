package org.lurewatch.detection.warning;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.Verdict;

/**
 * The warning of a posting as it stands now, whatever its verdict and whether or not it is sent.
 *
 * @param revision the number after the last one sent
 * @param reason one line: why it is sent; empty for a first warning that rests on the posting alone
 * @param score with what its campaign adds, 0 to 1
 * @param verdict with what its campaign and reviewers say
 * @param scamType code of the likeliest kind of scam
 * @param otherScamType code of a second kind
 * @param campaign the campaign that readers are told of
 * @param grounds its evidence, in order
 * @param flip what becomes of the verdict without the decisive evidence
 */
public record CurrentWarning(
        int revision,
        Optional<String> reason,
        double score,
        Verdict verdict,
        Optional<String> scamType,
        Optional<String> otherScamType,
        Optional<String> campaign,
        List<Ground> grounds,
        Optional<Flip> flip) {
    public CurrentWarning {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(scamType);
        Objects.requireNonNull(otherScamType);
        Objects.requireNonNull(campaign);
        grounds = List.copyOf(grounds);
        Objects.requireNonNull(flip);
    }

    boolean isLikely() {
        return verdict.isWarnedOf();
    }
}
