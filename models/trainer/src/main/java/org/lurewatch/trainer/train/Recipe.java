package org.lurewatch.trainer.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.features.SignalFeatures;

/**
 * The choices of a training run, all of them. The default was chosen by folds of whole sites of the development data.
 * See RATIONALE.md, "Groups count by the root of their size".
 *
 * @param folds how sites and groups are dealt for scores that no model has seen
 * @param penalty strength of the L2 penalty
 * @param conceptScale how large concepts are beside words: the larger, the less the penalty holds them
 * @param conceptPairScale the same for pairs of concepts
 * @param signalScale the same for signals
 * @param sayingScale the same for sayings
 * @param languageScale the same for the intercept of each language, which is dropped after the fit
 * @param expectedWeight log-odds that a signal of strength 3 is expected to add before anything is learnt
 * @param fileWeights how much an example of a file counts, or of a label within it ({@code file/label}); 1 where none is
 *     given
 * @param groupShare a group of n examples counts as much as this times the root of n examples of their own
 * @param siteCap a site with more examples than this counts as the root of this times its number
 * @param thinnedShare how much of an example's weight goes to its copy with lost fields
 * @param lostFields chance of each field but the description to be lost in that copy
 * @param policies for what shares of an average unseen site's honest adverts each policy draws its lines, by its name
 * @param missedByAboutRate share of the scams that may be taken for a text about scams
 */
public record Recipe(
        Folds folds,
        double penalty,
        double conceptScale,
        double conceptPairScale,
        double signalScale,
        double sayingScale,
        double languageScale,
        double expectedWeight,
        Map<String, Double> fileWeights,
        double groupShare,
        double siteCap,
        double thinnedShare,
        double lostFields,
        Map<String, Lines> policies,
        double missedByAboutRate) {

    /** Ten times that of training, because the old weights rest on far more postings than labels can. */
    private static final double ADAPTING_PENALTY = 1;

    /** The recipe of the committed bundle. */
    public static final Recipe DEFAULT = new Recipe(
            new Folds(5, 1),
            0.1,
            1,
            0.7,
            0.5,
            1,
            3,
            1,
            Map.of(
                    "quoted_ads", 3.0,
                    "emscad_full", 4.0,
                    "orfd_zh", 0.5,
                    "pairs", 3.0,
                    "real_lures/scam", 2.0,
                    "written/legitimate", 2.0),
            2,
            100,
            0.33,
            0.5,
            Map.of(
                    PolicyChoice.PLATFORM, new Lines(0.003, 0.05, true),
                    PolicyChoice.CAMPAIGN, new Lines(0.01, 0.1, false)),
            0.01);

    /**
     * For what shares of the honest adverts of an average unseen site a policy draws its lines.
     *
     * @param alarmShare share that may be warned of
     * @param questionShare share that may be warned of or asked about
     * @param askOnlyWhereUnmeasured whether postings in languages that were never measured are at most asked about
     */
    public record Lines(double alarmShare, double questionShare, boolean askOnlyWhereUnmeasured) {}

    public Recipe {
        fileWeights = Map.copyOf(fileWeights);
        policies = Map.copyOf(policies);
    }

    /** The same choices with other folds. */
    public Recipe with(Folds other) {
        return new Recipe(
                other,
                penalty,
                conceptScale,
                conceptPairScale,
                signalScale,
                sayingScale,
                languageScale,
                expectedWeight,
                fileWeights,
                groupShare,
                siteCap,
                thinnedShare,
                lostFields,
                policies,
                missedByAboutRate);
    }

    /** The same choices with another assignment of groups to folds. */
    public Recipe withSeed(long seed) {
        return with(new Folds(folds.count(), seed));
    }

    /**
     * The same choices for a head that starts from a trained one. See RATIONALE.md, "An adapted head is held to the old
     * one".
     */
    Recipe adapting() {
        return new Recipe(
                folds,
                ADAPTING_PENALTY,
                conceptScale,
                conceptPairScale,
                signalScale,
                sayingScale,
                languageScale,
                expectedWeight,
                Map.of(),
                groupShare,
                siteCap,
                thinnedShare,
                lostFields,
                policies,
                missedByAboutRate);
    }

    /** What a signal is expected to add to the log-odds before anything is learnt. */
    double expected(int signal) {
        return expectedWeight * SignalFeatures.expected(signal);
    }

    /**
     * How much each example counts. Near-copies in one group teach less than as many adverts of different people, so
     * that a group counts by the root of its size; so does a large site.
     */
    double[] weights(List<Example> examples) {
        Map<List<String>, Integer> groups = new HashMap<>();
        Map<String, Integer> sites = new HashMap<>();
        examples.forEach(example -> {
            groups.merge(family(example), 1, Integer::sum);
            sites.merge(example.site(), 1, Integer::sum);
        });
        return examples.stream()
                .mapToDouble(example -> {
                    String label = example.sample().labelled().label().code();
                    double ofFile = fileWeights.getOrDefault(
                            example.file() + "/" + label, fileWeights.getOrDefault(example.file(), 1.0));
                    double ofGroup = groupShare / Math.sqrt(groups.get(family(example)));
                    double ofSite =
                            example.isOfSite() ? Math.min(1, Math.sqrt(siteCap / sites.get(example.site()))) : 1;
                    return ofFile * ofGroup * ofSite;
                })
                .toArray();
    }

    private static List<String> family(Example example) {
        return List.of(example.file(), example.group());
    }
}
