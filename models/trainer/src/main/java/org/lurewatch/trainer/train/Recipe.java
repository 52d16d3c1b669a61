package org.lurewatch.trainer.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The choices of a training run, all of them. The default was chosen by group-wise folds of the development data.
 * See RATIONALE.md, "Groups count by the root of their size".
 *
 * @param folds how groups are dealt for scores that no model has seen
 * @param rarityLambda strength of the L2 penalty where wording is scaled by rarity
 * @param contrastLambda strength of the L2 penalty where it is scaled by contrast too
 * @param contrastShare share of the second of these fits in their mean
 * @param signalScale how large signals are beside wording: the larger, the less the penalty holds them
 * @param repeats how often the examples of a file count, by file; 1 where none is given
 * @param groupShare a group of n examples counts as often as this times the root of n examples of their own
 * @param lostFields chance of each field but the description to be lost in every third copy of an example
 * @param falseAlarmRate share of the honest adverts of a scam-free file that may be warned of
 * @param lookAlikeRate share of the honest adverts of any other file that may be warned of
 * @param missedByAboutRate share of the scams that may be taken for a text about scams
 * @param questionRate share of honest board adverts that may raise questions
 */
public record Recipe(
        Folds folds,
        double rarityLambda,
        double contrastLambda,
        double contrastShare,
        double signalScale,
        Map<String, Integer> repeats,
        double groupShare,
        double lostFields,
        double falseAlarmRate,
        double lookAlikeRate,
        double missedByAboutRate,
        double questionRate) {

    private static final int THINNED_EVERY = 3;

    /** The recipe of the committed bundle. */
    public static final Recipe DEFAULT = new Recipe(
            new Folds(5, 1),
            0.1,
            10,
            0.67,
            0.3,
            Map.of("quoted_ads", 3, "emscad_full", 3),
            2,
            0.5,
            0.0003,
            0.15,
            0.01,
            0.001);

    public Recipe {
        repeats = Map.copyOf(repeats);
    }

    /** The same choices with another assignment of groups to folds. */
    public Recipe withSeed(long seed) {
        return new Recipe(
                new Folds(folds.count(), seed),
                rarityLambda,
                contrastLambda,
                contrastShare,
                signalScale,
                repeats,
                groupShare,
                lostFields,
                falseAlarmRate,
                lookAlikeRate,
                missedByAboutRate,
                questionRate);
    }

    /**
     * How often each example counts. Near-copies in one group teach less than as many adverts of different people, so
     * that a group counts by the root of its size. Which of its examples are left out depends only on their order.
     */
    int[] copies(List<Example> examples) {
        Map<List<String>, Integer> sizes = new HashMap<>();
        examples.forEach(example -> sizes.merge(family(example), 1, Integer::sum));
        Map<List<String>, Integer> seen = new HashMap<>();
        return examples.stream()
                .mapToInt(example -> {
                    int place = seen.merge(family(example), 1, Integer::sum);
                    double times = repeats.getOrDefault(example.file(), 1)
                            * groupShare
                            / Math.sqrt(sizes.get(family(example)));
                    return (int) (Math.floor(place * times) - Math.floor((place - 1) * times));
                })
                .toArray();
    }

    private static List<String> family(Example example) {
        return List.of(example.file(), example.group());
    }

    /** The examples, each as often as it counts, every third copy with fields lost. */
    List<Example> repeated(List<Example> examples) {
        int[] copies = copies(examples);
        return IntStream.range(0, copies.length)
                .boxed()
                .flatMap(i -> IntStream.range(0, copies[i]).mapToObj(copy -> copy(examples.get(i), copy)))
                .toList();
    }

    private static Example copy(Example example, int copy) {
        return copy % THINNED_EVERY == THINNED_EVERY - 1 ? example.thin() : example;
    }
}
