package org.lurewatch.trainer.campaigns;

import java.util.Objects;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.trainer.data.Sample;

/**
 * A posting after its campaign was taken into account.
 *
 * @param sample the posting
 * @param own what it is by itself
 * @param verdict the final verdict that a reader gets
 */
record LinkedPosting(Sample sample, Assessment own, Verdict verdict) {
    LinkedPosting {
        Objects.requireNonNull(sample);
        Objects.requireNonNull(own);
        Objects.requireNonNull(verdict);
    }

    boolean isChanged() {
        return verdict != own.verdict();
    }
}
