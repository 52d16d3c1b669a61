package org.lurewatch.trainer.measure;

import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.trainer.data.PostingLanguage;
import org.lurewatch.trainer.data.Sample;

/**
 * A labelled posting as it was judged.
 *
 * @param sample the posting and what a person said of it
 * @param language of the posting, according to {@link PostingLanguage}
 * @param score the higher, the likelier a scam; a probability where there is a verdict
 * @param verdict what a reader would be told; none after a mere ranking
 */
public record JudgedSample(Sample sample, String language, double score, Optional<Verdict> verdict) {
    public JudgedSample {
        Objects.requireNonNull(sample);
        Objects.requireNonNull(language);
        Objects.requireNonNull(verdict);
    }

    boolean isScam() {
        return sample.isScam();
    }

    /** Whether it takes part in a ranking: texts about scams are neither scams nor honest offers. */
    boolean isOffer() {
        return sample.isScam() || sample.isLegitimate();
    }

    /** Whether it is labelled as an honest advert. */
    boolean isHonest() {
        return sample.isLegitimate();
    }

    String group() {
        return sample.labelled().group();
    }

    boolean has(Verdict expected) {
        return verdict.filter(expected::equals).isPresent();
    }

    /** Whether a reader would be warned. */
    boolean isWarned() {
        return has(Verdict.LIKELY_SCAM);
    }

    /** Whether a reader would be asked to look. */
    boolean isAsked() {
        return has(Verdict.UNSURE);
    }
}
