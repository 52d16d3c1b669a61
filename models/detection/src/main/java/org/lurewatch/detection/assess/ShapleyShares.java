package org.lurewatch.detection.assess;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.features.Combination;
import org.lurewatch.detection.features.CombinationPart;
import org.lurewatch.detection.features.FactSignal;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.phrases.Signal;

/**
 * Shares out what the named signals added to the log-odds among the places that they were found at. A signal found twice
 * is shared between both places, and a combination of signals between the places that make it up, in equal parts: these
 * are the Shapley values.
 */
final class ShapleyShares {
    private final List<Contributor> contributors;
    private final FeatureVector features;
    private final LinearHead head;
    private final double[] shares;

    private ShapleyShares(List<Contributor> contributors, FeatureVector features, LinearHead head) {
        this.contributors = contributors;
        this.features = features;
        this.head = head;
        this.shares = new double[contributors.size()];
    }

    /** The share of each contributor, in log-odds. */
    static double[] of(List<Contributor> contributors, FeatureVector features, LinearHead head) {
        ShapleyShares sharing = new ShapleyShares(contributors, features, head);
        sharing.shareFeatures();
        sharing.shareMessengerHandles();
        sharing.sharePayAboveTypical();
        for (Combination combination : Combination.values()) {
            sharing.share(combination);
        }
        sharing.shareKinds();
        return sharing.shares;
    }

    private void shareFeatures() {
        contributors.stream()
                .map(Contributor::feature)
                .distinct()
                .filter(name -> !name.equals(FactSignal.NO_FEATURE))
                .forEach(name -> share(
                        contribution(name), contributor -> contributor.feature().equals(name)));
    }

    private void shareMessengerHandles() {
        share(
                contribution(SignalFeatures.MESSENGER_HANDLE),
                contributor ->
                        contributor.feature().startsWith("contact.") && contributor.isPart(CombinationPart.CHAT));
    }

    /** Only the highest offer counts, so only it is credited. */
    private void sharePayAboveTypical() {
        double highest =
                contributors.stream().mapToDouble(Contributor::payRatio).max().orElse(0);
        share(
                contribution(SignalFeatures.PAY_ABOVE_TYPICAL) + contribution(SignalFeatures.PAY_TWICE_TYPICAL),
                contributor -> contributor.feature().equals(FactSignal.PAY_STATED.feature())
                        && contributor.payRatio() == highest);
    }

    private void share(Combination combination) {
        double half = contribution(combination.feature()) / 2;
        share(half, contributor -> contributor.isPart(combination.one()));
        share(half, contributor -> contributor.isPart(combination.other()));
    }

    private void shareKinds() {
        Set<Signal> kinds = EnumSet.noneOf(Signal.class);
        contributors.forEach(contributor -> contributor.kind().ifPresent(kinds::add));
        double sum = 0;
        for (String feature : SignalFeatures.KINDS) {
            sum += contribution(feature);
        }
        for (Signal kind : kinds) {
            share(
                    sum / kinds.size(),
                    contributor -> contributor.kind().filter(kind::equals).isPresent());
        }
    }

    private void share(double total, Predicate<Contributor> members) {
        if (total == 0) {
            return;
        }
        double sum = contributors.stream()
                .filter(members)
                .mapToDouble(Contributor::closeness)
                .sum();
        for (int i = 0; i < shares.length && sum > 0; i++) {
            if (members.test(contributors.get(i))) {
                shares[i] += total * contributors.get(i).closeness() / sum;
            }
        }
    }

    private double contribution(String feature) {
        int index = SignalFeatures.indexOf(feature);
        return head.signalContribution(index, features.signals()[index]);
    }
}
