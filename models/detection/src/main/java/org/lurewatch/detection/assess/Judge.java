package org.lurewatch.detection.assess;

import java.util.Optional;
import java.util.OptionalInt;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.facts.Invitation;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.detection.features.Wording;
import org.lurewatch.detection.posting.JobPosting;

/**
 * Reads a posting, scores it with a trained model and applies the policy. Where no piece of a posting speaks for a scam
 * there is nothing to ask about, however short and therefore uncertain it is. A saying that carries alone lifts the
 * log-odds over the line against a calm rest, and is credited with the lift.
 * See RATIONALE.md, "A mock warning is an offer".
 */
final class Judge {
    /** How far over the line a saying lifts the log-odds that warns by itself. */
    private static final double CLEARLY = 0.1;

    private final PostingReader reader;
    private final ScamModel model;
    private final WarningPolicy policy;

    Judge(PostingReader reader, ScamModel model, WarningPolicy policy) {
        this.reader = reader;
        this.model = model;
        this.policy = policy;
    }

    ScoredPosting judge(JobPosting posting) {
        Reading reading = reader.read(posting);
        return withWindows(judge(reading, languageOf(reading)));
    }

    /**
     * The same, but faster, for a posting that lacks some words of one that was judged before. It is still written in
     * that one's language, even if the words that are left no longer tell.
     */
    ScoredPosting judge(JobPosting posting, ScoredPosting alike) {
        return withWindows(judge(reader.read(posting, alike.reading()), alike.language()));
    }

    /** A calm posting that holds a window which would be warned of, were its language measured, is asked about. */
    private ScoredPosting withWindows(ScoredPosting whole) {
        if (whole.verdict() != Verdict.NO_SIGN_FOUND) {
            return whole;
        }
        AdvertLanguage measured = new AdvertLanguage(whole.language().code(), true);
        boolean hidden = Windows.of(whole.reading()).stream()
                .anyMatch(window -> judge(reader.read(window), measured).verdict() == Verdict.LIKELY_SCAM);
        return hidden ? asked(whole) : whole;
    }

    private ScoredPosting asked(ScoredPosting whole) {
        Wording wording = TextFeatures.read(whole.reading());
        ScoredPosting asked = new ScoredPosting(
                whole.reading(),
                whole.features(),
                whole.logit(),
                Verdict.UNSURE,
                whole.language(),
                Optional.of(Attribution.of(whole.reading(), wording, whole.features(), model.scam())));
        return asked.reasons().isEmpty() ? whole : asked;
    }

    RawScore rawScore(JobPosting posting) {
        Reading reading = reader.read(posting);
        FeatureVector features = FeatureVector.of(reading);
        boolean warnsAlone = sayingAlone(features).isPresent();
        return new RawScore(warnsAlone ? Double.POSITIVE_INFINITY : model.scam().logit(features), reading.language());
    }

    private AdvertLanguage languageOf(Reading reading) {
        return new AdvertLanguage(
                reading.language(),
                reading.language().filter(model.languages()::isMeasured).isPresent());
    }

    private ScoredPosting judge(Reading reading, AdvertLanguage language) {
        Wording wording = TextFeatures.read(reading);
        FeatureVector features = new FeatureVector(wording.features(), SignalFeatures.of(reading));
        double learnt = model.scam().logit(features);
        OptionalInt alone = sayingAlone(features);
        double lift = alone.isEmpty() ? 0 : Math.max(0, policy.logitAt(policy.likely()) + CLEARLY - learnt);
        double logit = learnt + lift;
        boolean suspicious = policy.score(logit) >= policy.unsure();
        LinearHead head = lift == 0 ? model.scam() : model.scam().lifted(alone.getAsInt(), lift);
        Optional<Attribution> attribution =
                suspicious ? Optional.of(Attribution.of(reading, wording, features, head)) : Optional.empty();
        Verdict verdict = policy.inLanguage(
                language,
                policy.verdict(
                        logit,
                        attribution.map(parts -> logit - parts.weakSurplus()).orElse(logit),
                        attribution.map(Attribution::start).orElse(logit),
                        model.about().logit(features),
                        reading.facts().invitation() == Invitation.TO_PAID_WORK));
        ScoredPosting judgement = new ScoredPosting(reading, features, logit, verdict, language, attribution);
        boolean saysNothing = verdict == Verdict.UNSURE && judgement.reasons().isEmpty();
        return saysNothing ? judgement.with(Verdict.NO_SIGN_FOUND) : judgement;
    }

    /** The saying that warns by itself, if there is one. */
    private OptionalInt sayingAlone(FeatureVector features) {
        return model.carriesAlone().stream()
                .mapToInt(code -> SignalFeatures.indexOf(SignalFeatures.SAID + code))
                .filter(index -> features.signals()[index] > 0)
                .findFirst();
    }
}
