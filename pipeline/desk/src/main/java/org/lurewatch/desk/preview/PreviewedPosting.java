package org.lurewatch.desk.preview;

import java.util.Optional;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.Verdict;

/**
 * A posting, judged by two bundles.
 *
 * @param postingId its identifier
 * @param source the platform, or the empty string
 * @param present its verdict by the bundle that decides now
 * @param previewed its verdict by the other one
 * @param presentScore its score by the bundle that decides now, 0 to 1
 * @param previewedScore its score by the other one
 * @param reason the strongest evidence of the bundle that warns of it
 */
public record PreviewedPosting(
        String postingId,
        String source,
        Verdict present,
        Verdict previewed,
        double presentScore,
        double previewedScore,
        Optional<Evidence> reason) {

    static PreviewedPosting of(Assessment present, Assessment previewed) {
        Assessment telling = previewed.isWarning() ? previewed : present;
        return new PreviewedPosting(
                present.postingId(),
                present.source(),
                present.verdict(),
                previewed.verdict(),
                present.score(),
                previewed.score(),
                telling.evidence().stream().findFirst());
    }

    boolean isMore() {
        return previewed.isWarnedOf() && !present.isWarnedOf();
    }

    boolean isFewer() {
        return present.isWarnedOf() && !previewed.isWarnedOf();
    }

    boolean isSuspicious() {
        return present.isSuspicious() || previewed.isSuspicious();
    }
}
