package org.lurewatch.detection.assess;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The named policies of a bundle, and what they share.
 *
 * @param trainedPrior log-odds of a scam among the postings that calibrated the classifier
 * @param baseRate share of scams in the stream that the bundle is made for
 * @param about probability from which a text counts as one about scams
 * @param lines where each policy draws its lines, by its name
 * @param honest how high honest adverts score
 */
public record Policies(
        double trainedPrior, double baseRate, double about, SortedMap<String, Lines> lines, HonestScores honest) {

    /**
     * Where a policy draws its lines, and for which shares of an average site's honest adverts they were drawn.
     *
     * @param alarmShare share that may be warned of
     * @param questionShare share that may be warned of or asked about
     * @param likely score from which a warning is sent
     * @param unsure score from which a person should ask questions
     * @param askOnlyWhereUnmeasured whether a posting in a language that the bundle was never measured in is at most
     *     asked about
     */
    public record Lines(
            double alarmShare, double questionShare, double likely, double unsure, boolean askOnlyWhereUnmeasured) {
        public Lines {
            WarningPolicy.requireLines(likely, unsure);
        }
    }

    public Policies {
        Objects.requireNonNull(honest);
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
        if (!lines.containsKey(PolicyChoice.PLATFORM) || lines.containsValue(null)) {
            throw new IllegalArgumentException(
                    "a bundle needs lines for the policy " + PolicyChoice.PLATFORM + ", but has " + lines.keySet());
        }
    }

    /** One policy alone, which is the default one, with lines that hold in every language. */
    public static Policies of(WarningPolicy policy) {
        return new Policies(
                policy.trainedPrior(),
                policy.baseRate(),
                policy.about(),
                new TreeMap<>(Map.of(
                        PolicyChoice.PLATFORM,
                        new Lines(0, 0, policy.likely(), policy.unsure(), policy.askOnlyWhereUnmeasured()))),
                HonestScores.UNKNOWN);
    }

    /**
     * The policy that was asked for.
     *
     * @throws IllegalArgumentException where there is none of its name, or it cannot promise so few or so many alarms
     */
    public WarningPolicy choose(PolicyChoice choice) {
        Lines chosen = lines.get(choice.policy());
        if (chosen == null) {
            throw new IllegalArgumentException("the bundle has no policy \"" + choice.policy() + "\"; it has "
                    + String.join(", ", lines.keySet()));
        }
        WarningPolicy policy = new WarningPolicy(
                trainedPrior,
                choice.baseRate().orElse(baseRate),
                chosen.likely(),
                chosen.unsure(),
                about,
                chosen.askOnlyWhereUnmeasured(),
                choice);
        if (choice.alarmShare().isEmpty()) {
            return policy;
        }
        double line = policy.lineAbove(honest.logOddsOf(choice.alarmShare().getAsDouble()));
        return policy.withLines(line, Math.min(line, policy.unsure()));
    }
}
