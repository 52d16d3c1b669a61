package org.lurewatch.trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.trainer.bench.Bench;
import org.lurewatch.trainer.bench.Subject;

/** The benches on labelled postings, by detectors that did not see their groups or by a given bundle. */
final class BenchRun {
    private BenchRun() {}

    /**
     * The figures as lines.
     *
     * @param bundle assesses every posting, also those that it was trained on; fold detectors are trained where it is
     *     null
     */
    static List<String> of(List<Sample> samples, Path bundle, long seed) throws IOException {
        Function<Sample, Detector> detectors = bundle == null ? heldOut(samples, seed) : given(bundle);
        List<Subject> subjects = samples.stream()
                .map(sample -> new Subject(sample.labelled(), sample.file(), detectors.apply(sample)))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(
                bundle == null
                        ? "Each posting is assessed by a detector that saw no posting of its group."
                        : "Every posting is assessed by the bundle given, also those that it was trained on.");
        lines.addAll(new Bench(subjects, seed).lines());
        return lines;
    }

    private static Function<Sample, Detector> given(Path bundle) {
        Detector detector = BundleLoader.load(bundle);
        return sample -> detector;
    }

    private static Function<Sample, Detector> heldOut(List<Sample> samples, long seed) throws IOException {
        String lexicon = TrainCommand.builtInLexicon();
        String places = PlaceNames.lines();
        PostingReader reader = TrainCommand.postingReader(lexicon, places);
        Recipe recipe = Recipe.DEFAULT.withSeed(seed);
        BundleTrainer.Trained trained =
                BundleTrainer.train(SampleFiles.examples(samples, reader), recipe, "bench", lexicon, places);
        return new FoldDetectors(trained, recipe.folds(), reader)::of;
    }
}
