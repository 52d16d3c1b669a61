package org.lurewatch.detection.assess;

import java.util.List;
import java.util.Optional;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.Reading;

/**
 * What the model and the policy say of a posting, before it is explained.
 *
 * @param whole the posting, read
 * @param scored what was scored of it: all, or all but the fields that surround the description
 * @param verdict what a reader is told
 * @param language what it is written in
 * @param attribution the log-odds taken apart, where the posting is suspicious
 */
record ScoredPosting(
        Reading whole, Scored scored, Verdict verdict, AdvertLanguage language, Optional<Attribution> attribution) {

    /** What was scored, read. */
    Reading reading() {
        return scored.reading();
    }

    /** What the model saw of it. */
    FeatureVector features() {
        return scored.features();
    }

    /** Log-odds of a scam. */
    double logit() {
        return scored.logit();
    }

    /** The same with another verdict. */
    ScoredPosting with(Verdict other) {
        return new ScoredPosting(whole, scored, other, language, attribution);
    }

    /** The pieces that speak for a scam, the strongest first. */
    List<Piece> reasons() {
        return attribution.stream()
                .flatMap(parts -> parts.pieces().stream())
                .filter(piece -> piece.contribution() > 0)
                .toList();
    }
}
