package org.lurewatch.detection.assess;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.links.Footprint;
import org.lurewatch.detection.posting.IntakeNotes;

/**
 * What Lurewatch says of one posting. Every posting gets one.
 *
 * @param postingId the posting's identifier
 * @param source the platform, or the empty string
 * @param score calibrated probability of a scam at the policy's base rate, 0 to 1
 * @param verdict what a reader is told
 * @param scamType the likeliest kind of scam, where the verdict points to a scam and a fact of the kind stands
 * @param otherScamType a second kind, where a fact of it stands, too
 * @param evidence the reasons, strongest first, at most eight; before them what lists say
 * @param flip what becomes of the verdict without the decisive evidence; empty where it is mild already, or would stand
 *     without any of the evidence
 * @param questions what to ask before answering the advert; only for UNSURE
 * @param bundle the model that decided
 * @param policy which lines of that model were asked for
 * @param thresholds where they are
 * @param language what the posting is written in, and whether that model was measured in it
 * @param footprint what links the posting to others
 * @param notes how the posting was taken in, where that is worth saying
 * @param alone signal of a saying that warns by itself, where one stands
 * @param unlisted the verdict without lists, where lists have decided
 */
public record Assessment(
        String postingId,
        String source,
        double score,
        Verdict verdict,
        Optional<ScamType> scamType,
        Optional<ScamType> otherScamType,
        List<Evidence> evidence,
        Optional<Flip> flip,
        List<String> questions,
        BundleId bundle,
        PolicyChoice policy,
        Thresholds thresholds,
        AdvertLanguage language,
        Footprint footprint,
        IntakeNotes notes,
        Optional<String> alone,
        Optional<Verdict> unlisted) {

    public Assessment {
        Objects.requireNonNull(postingId);
        Objects.requireNonNull(source);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(scamType);
        Objects.requireNonNull(otherScamType);
        Objects.requireNonNull(flip);
        Objects.requireNonNull(bundle);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(thresholds);
        Objects.requireNonNull(language);
        Objects.requireNonNull(footprint);
        Objects.requireNonNull(notes);
        Objects.requireNonNull(alone);
        Objects.requireNonNull(unlisted);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score is between 0 and 1, not " + score);
        }
        evidence = List.copyOf(evidence);
        questions = List.copyOf(questions);
    }

    /** One in which no saying warns by itself, and of which no list says anything. */
    public Assessment(
            String postingId,
            String source,
            double score,
            Verdict verdict,
            Optional<ScamType> scamType,
            Optional<ScamType> otherScamType,
            List<Evidence> evidence,
            Optional<Flip> flip,
            List<String> questions,
            BundleId bundle,
            PolicyChoice policy,
            Thresholds thresholds,
            AdvertLanguage language,
            Footprint footprint,
            IntakeNotes notes) {
        this(
                postingId,
                source,
                score,
                verdict,
                scamType,
                otherScamType,
                evidence,
                flip,
                questions,
                bundle,
                policy,
                thresholds,
                language,
                footprint,
                notes,
                Optional.empty(),
                Optional.empty());
    }

    /** What the posting says by itself, whatever lists make of it. */
    public Verdict modelVerdict() {
        return unlisted.orElse(verdict);
    }

    /** The lines for what a campaign adds to the score: where lists have decided, those that leave the verdict as it is. */
    public Thresholds lateThresholds() {
        return unlisted.isPresent() ? thresholds.holding(verdict) : thresholds;
    }

    /** Whether a warning is sent. */
    public boolean isWarning() {
        return verdict.isWarnedOf();
    }

    /** Whether a person is to follow up with the questions. */
    public boolean asksQuestions() {
        return verdict == Verdict.UNSURE;
    }
}
