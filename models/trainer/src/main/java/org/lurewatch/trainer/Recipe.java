package org.lurewatch.trainer;

import java.util.List;
import java.util.Map;

/**
 * The choices of a training run, all of them.
 *
 * @param folds how groups are dealt for scores that no model has seen
 * @param wordingLambda strength of the L2 penalty on wording weights
 * @param signalLambda strength of the L2 penalty on signal coefficients
 * @param repeats how often the examples of a file count, by file; 1 where none is given
 * @param falseAlarmRate share of honest board adverts that may be warned of
 * @param questionRate share of honest board adverts that may raise questions
 */
record Recipe(
        Folds folds,
        double wordingLambda,
        double signalLambda,
        Map<String, Integer> repeats,
        double falseAlarmRate,
        double questionRate) {

    static final Recipe DEFAULT =
            new Recipe(new Folds(5, 1), 0.1, 1, Map.of("quoted_ads", 3, "emscad_full", 2), 0.0003, 0.01);

    Recipe {
        repeats = Map.copyOf(repeats);
    }

    /** The same choices with groups dealt anew. */
    Recipe withSeed(long seed) {
        return new Recipe(
                new Folds(folds.count(), seed), wordingLambda, signalLambda, repeats, falseAlarmRate, questionRate);
    }

    /** The examples, each as often as it counts. */
    List<Example> repeated(List<Example> examples) {
        return examples.stream()
                .flatMap(example ->
                        java.util.Collections.nCopies(repeats.getOrDefault(example.file(), 1), example).stream())
                .toList();
    }
}
