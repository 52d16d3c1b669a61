package org.lurewatch.trainer.evaluate;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.train.BundleTrainer;
import org.lurewatch.trainer.train.Example;
import org.lurewatch.trainer.train.Examples;
import org.lurewatch.trainer.train.FoldDetectors;
import org.lurewatch.trainer.train.Folds;
import org.lurewatch.trainer.train.PlaceNames;
import org.lurewatch.trainer.train.Recipe;
import org.lurewatch.trainer.train.Training;

/** Trains detectors on the samples of one run, or on some of them. The samples are read once. */
final class Trainings {
    /** The lines rest on scores of folds of their own; a few are enough, since each costs a training. */
    private static final int INNER_FOLDS = 3;

    private final String lexicon = Training.builtInLexicon();
    private final String places = PlaceNames.lines();
    private final PostingReader reader = Training.postingReader(lexicon, places);
    private final double baseRate;
    private final Recipe recipe;
    private final List<Example> examples;
    private final Map<Sample, Example> exampleOf = new IdentityHashMap<>();

    Trainings(List<Sample> samples, Assumptions terms) throws IOException {
        this.baseRate = terms.baseRate();
        this.recipe = Recipe.DEFAULT.withSeed(terms.bootstrap().seed());
        this.examples = Examples.of(samples, reader);
        examples.forEach(example -> exampleOf.put(example.sample(), example));
    }

    int size() {
        return examples.size();
    }

    /** For each sample a detector that saw none of its group. */
    Function<Sample, Detector> heldOut() {
        BundleTrainer.Trained trained = BundleTrainer.train(examples, recipe, "evaluated", lexicon, places);
        return new FoldDetectors(trained, recipe.folds(), reader, baseRate)::of;
    }

    /** A detector that saw these samples and no other one. Safe to use from several threads. */
    Detector on(List<Sample> seen) {
        Recipe inner = recipe.with(new Folds(INNER_FOLDS, recipe.folds().seed()));
        List<Example> learnt = seen.stream().map(exampleOf::get).toList();
        return BundleTrainer.train(learnt, inner, "unseen", lexicon, places).detector(reader, baseRate);
    }
}
