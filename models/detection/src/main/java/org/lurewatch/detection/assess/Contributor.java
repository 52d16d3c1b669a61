package org.lurewatch.detection.assess;

import java.util.Optional;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.features.CombinationPart;
import org.lurewatch.detection.features.FactSignal;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;

/**
 * A place in a posting and what it brings into the features, before anything is shared out.
 *
 * @param claim the place, without contribution yet
 * @param feature name of the feature that it adds to, or {@link FactSignal#NO_FEATURE}
 * @param closeness how much of that feature it brings
 * @param part what it contributes to combinations
 * @param kind the suspicious signal that it counts as
 * @param payRatio an offer over typical pay, or 0 if it offers no pay
 */
record Contributor(
        Claim claim,
        String feature,
        double closeness,
        Optional<CombinationPart> part,
        Optional<Signal> kind,
        double payRatio) {

    static Contributor of(PhraseMatch match, Claim claim) {
        Signal signal = SignalFeatures.signalOf(match);
        return new Contributor(
                claim,
                SignalFeatures.nameOf(match),
                SignalFeatures.closeness(match),
                CombinationPart.of(signal),
                Optional.of(signal).filter(Signal::isSuspicious),
                0);
    }

    static Contributor of(FactSignal signal, Claim claim, double payRatio) {
        return new Contributor(claim, signal.feature(), 1, signal.part(), Optional.empty(), payRatio);
    }

    static Contributor of(Concept concept, Claim claim) {
        String feature = concept.isSaying() ? SignalFeatures.nameOf(concept) : FactSignal.NO_FEATURE;
        return new Contributor(claim, feature, 1, Optional.empty(), Optional.empty(), 0);
    }

    boolean isPart(CombinationPart other) {
        return part.filter(other::equals).isPresent();
    }
}
