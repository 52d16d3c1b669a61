package org.lurewatch.detection.assess;

import java.util.Optional;
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
 * there is nothing to ask about, however short and therefore uncertain it is.
 * See RATIONALE.md, "A mock warning is an offer".
 */
final class Judge {
    private final PostingReader reader;
    private final ScamModel model;
    private final WarningPolicy policy;

    Judge(PostingReader reader, ScamModel model, WarningPolicy policy) {
        this.reader = reader;
        this.model = model;
        this.policy = policy;
    }

    ScoredPosting judge(JobPosting posting) {
        return judge(reader.read(posting));
    }

    /** The same, but faster, for a posting that differs only in some fields from one that was judged before. */
    ScoredPosting judge(JobPosting posting, ScoredPosting alike) {
        return judge(reader.read(posting, alike.reading()));
    }

    private ScoredPosting judge(Reading reading) {
        Wording wording = TextFeatures.read(reading);
        FeatureVector features = new FeatureVector(wording.features(), SignalFeatures.of(reading));
        double logit = model.scam().logit(features);
        boolean suspicious = policy.score(logit) >= policy.unsure();
        Optional<Attribution> attribution =
                suspicious ? Optional.of(Attribution.of(reading, wording, features, model.scam())) : Optional.empty();
        Verdict verdict = policy.verdict(
                logit,
                attribution.map(parts -> logit - parts.weakSurplus()).orElse(logit),
                attribution.map(Attribution::start).orElse(logit),
                model.about().logit(features),
                reading.facts().invitation() == Invitation.TO_PAID_WORK);
        ScoredPosting judgement = new ScoredPosting(reading, features, logit, verdict, attribution);
        boolean saysNothing = verdict == Verdict.UNSURE && judgement.reasons().isEmpty();
        return saysNothing ? judgement.with(Verdict.NO_SIGN_FOUND) : judgement;
    }
}
