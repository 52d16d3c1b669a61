package org.lurewatch.trainer;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The choices of a training run, all of them. The default was chosen by group-wise folds of the development data.
 *
 * @param folds how groups are dealt for scores that no model has seen
 * @param rarityLambda strength of the L2 penalty where wording is scaled by rarity
 * @param contrastLambda strength of the L2 penalty where it is scaled by contrast too
 * @param signalScale how large signals are beside wording: the larger, the less the penalty holds them
 * @param repeats how often the examples of a file count, by file; 1 where none is given
 * @param falseAlarmRate share of the honest adverts of a scam-free file that may be warned of
 * @param lookAlikeRate share of the honest adverts of any other file that may be warned of
 * @param missedByAboutRate share of the scams that may be taken for a text about scams
 * @param questionRate share of honest board adverts that may raise questions
 */
record Recipe(
        Folds folds,
        double rarityLambda,
        double contrastLambda,
        double signalScale,
        Map<String, Integer> repeats,
        double falseAlarmRate,
        double lookAlikeRate,
        double missedByAboutRate,
        double questionRate) {

    static final Recipe DEFAULT = new Recipe(
            new Folds(5, 1), 0.1, 10, 0.3, Map.of("quoted_ads", 3, "emscad_full", 3), 0.0003, 0.15, 0.01, 0.001);

    Recipe {
        repeats = Map.copyOf(repeats);
    }

    /** The same choices with groups dealt anew. */
    Recipe withSeed(long seed) {
        return new Recipe(
                new Folds(folds.count(), seed),
                rarityLambda,
                contrastLambda,
                signalScale,
                repeats,
                falseAlarmRate,
                lookAlikeRate,
                missedByAboutRate,
                questionRate);
    }

    /** How often an example counts. */
    int times(Example example) {
        return repeats.getOrDefault(example.file(), 1);
    }

    /** The examples, each as often as it counts. */
    List<Example> repeated(List<Example> examples) {
        return examples.stream()
                .flatMap(example -> Collections.nCopies(times(example), example).stream())
                .toList();
    }
}
