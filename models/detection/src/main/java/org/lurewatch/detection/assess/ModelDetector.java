package org.lurewatch.detection.assess;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lurewatch.detection.facts.Contact;
import org.lurewatch.detection.facts.ContactKind;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.posting.JobPosting;

/** Reads a posting, scores it with a trained model and explains the verdict. */
public final class ModelDetector implements Detector {
    private final PostingReader reader;
    private final ScamModel model;
    private final WarningPolicy policy;
    private final BundleId bundle;
    private final EvidenceFinder evidenceFinder;

    public ModelDetector(PostingReader reader, ScamModel model, WarningPolicy policy, BundleId bundle) {
        this.reader = Objects.requireNonNull(reader);
        this.model = Objects.requireNonNull(model);
        this.policy = Objects.requireNonNull(policy);
        this.bundle = Objects.requireNonNull(bundle);
        this.evidenceFinder = new EvidenceFinder(model.scam());
    }

    @Override
    public Assessment assess(JobPosting posting) {
        Reading reading = reader.read(posting);
        FeatureVector features = FeatureVector.of(reading);
        double logit = model.scam().logit(features);
        Verdict verdict = policy.verdict(
                logit,
                logitWithoutWeak(reading, features, logit),
                model.about().logit(features),
                offersWithHandle(reading));
        boolean suspicious = verdict == Verdict.LIKELY_SCAM || verdict == Verdict.UNSURE;
        List<Evidence> evidence = evidenceFinder.find(reading, features, suspicious);
        boolean typed = suspicious && !evidence.isEmpty();
        Optional<ScamType> type = typed ? ScamType.ofCode(model.type().predict(features)) : Optional.empty();
        return new Assessment(
                posting.identifier(),
                posting.source(),
                policy.score(logit),
                verdict,
                type,
                evidence,
                verdict == Verdict.UNSURE ? Questions.about(reading) : List.of(),
                bundle);
    }

    /** Reads the signals a second time, but only where the score reaches the line: elsewhere it changes nothing. */
    private double logitWithoutWeak(Reading reading, FeatureVector features, double logit) {
        if (policy.score(logit) < policy.likely()) {
            return logit;
        }
        return model.scam().logit(new FeatureVector(features.wording(), SignalFeatures.withoutWeak(reading)));
    }

    private static boolean offersWithHandle(Reading reading) {
        boolean handle = reading.facts().contacts().stream()
                .map(Placed::fact)
                .anyMatch(contact -> contact.hasHandle() && leadsToAPerson(contact));
        return handle && !reading.facts().pay().isEmpty();
    }

    private static boolean leadsToAPerson(Contact contact) {
        return contact.kind().isMessenger()
                || contact.kind() == ContactKind.PHONE
                || contact.kind() == ContactKind.FREE_EMAIL;
    }
}
