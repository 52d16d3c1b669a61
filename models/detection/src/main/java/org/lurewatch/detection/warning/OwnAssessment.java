package org.lurewatch.detection.warning;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;

/**
 * What a posting says by itself, as far as its later warnings depend on it.
 *
 * @param textDigest the same for the same text
 * @param textSeen event time of the newest record that said so, in milliseconds
 * @param score its score by itself, 0 to 1
 * @param verdict its verdict by itself
 * @param thresholds where the bundle that assessed it draws the lines
 * @param scamType code of the likeliest kind of scam
 * @param otherScamType code of a second kind
 * @param grounds its evidence, in order
 * @param flip what becomes of its verdict without the decisive evidence
 */
public record OwnAssessment(
        long textDigest,
        long textSeen,
        double score,
        Verdict verdict,
        Thresholds thresholds,
        Optional<String> scamType,
        Optional<String> otherScamType,
        List<Ground.Own> grounds,
        Optional<Flip> flip) {
    public OwnAssessment {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(thresholds);
        Objects.requireNonNull(scamType);
        Objects.requireNonNull(otherScamType);
        grounds = List.copyOf(grounds);
        Objects.requireNonNull(flip);
    }

    /** Whether the other says the same and is judged alike. */
    boolean isRepeatedBy(OwnAssessment other) {
        return textDigest == other.textDigest && verdict == other.verdict;
    }

    boolean isLikely() {
        return verdict == Verdict.LIKELY_SCAM;
    }

    OwnAssessment seenAgain(long time) {
        return new OwnAssessment(
                textDigest,
                Math.max(textSeen, time),
                score,
                verdict,
                thresholds,
                scamType,
                otherScamType,
                grounds,
                flip);
    }
}
