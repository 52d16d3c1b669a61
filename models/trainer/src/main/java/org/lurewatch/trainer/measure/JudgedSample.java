package org.lurewatch.trainer.measure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.assess.ScamType;
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
 * @param kinds the kinds of scam that a reader would be told, two at most
 */
public record JudgedSample(
        Sample sample, String language, double score, Optional<Verdict> verdict, List<ScamType> kinds) {
    public JudgedSample {
        kinds = List.copyOf(kinds);
        Objects.requireNonNull(sample);
        Objects.requireNonNull(language);
        Objects.requireNonNull(verdict);
    }

    /** A posting of which no kind was named. */
    public JudgedSample(Sample sample, String language, double score, Optional<Verdict> verdict) {
        this(sample, language, score, verdict, List.of());
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

    /** Whether a kind was named of a scam whose label has one, too. */
    boolean isNamed() {
        return isScam() && !kinds.isEmpty() && sample.labelled().scamType().isPresent();
    }

    /** Whether one of the kinds that were named is the label's. */
    boolean isNamedRight() {
        return isNamed() && kinds.contains(sample.labelled().scamType().orElseThrow());
    }

    /** Whether a reader would be asked to look. */
    boolean isAsked() {
        return has(Verdict.UNSURE);
    }
}
