package org.lurewatch.trainer.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.trainer.bench.RobustnessBench;
import org.lurewatch.trainer.bench.subject.Subject;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.train.BundleTrainer;
import org.lurewatch.trainer.train.Examples;
import org.lurewatch.trainer.train.FoldDetectors;
import org.lurewatch.trainer.train.PlaceNames;
import org.lurewatch.trainer.train.Recipe;
import org.lurewatch.trainer.train.Training;

/**
 * The benches on labelled postings, by detectors that did not see their groups or by a given bundle.
 *
 * @param detectors a line that says who assessed
 * @param bench the figures
 */
public record BenchRun(String detectors, RobustnessBench bench) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Runs the benches.
     *
     * @param bundle assesses every posting, also those that it was trained on; fold detectors are trained where it is
     *     null
     */
    public static BenchRun of(List<Sample> samples, Path bundle, long seed) throws IOException {
        Function<Sample, Detector> detectors = bundle == null ? heldOut(samples, seed) : given(bundle);
        List<Subject> subjects = samples.stream()
                .map(sample -> new Subject(sample.labelled(), sample.file(), detectors.apply(sample)))
                .toList();
        String who = bundle == null
                ? "Each posting is assessed by a detector that saw no posting of its group."
                : "Every posting is assessed by the bundle given, also those that it was trained on.";
        return new BenchRun(who, new RobustnessBench(subjects, seed));
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(detectors);
        lines.addAll(bench.lines());
        return lines;
    }

    /** The figures as JSON. */
    public String json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("detectors", detectors);
        tree.putAll(bench.tree());
        return JSON.valueToTree(tree).toPrettyString() + System.lineSeparator();
    }

    private static Function<Sample, Detector> given(Path bundle) {
        Detector detector = BundleLoader.load(bundle);
        return sample -> detector;
    }

    private static Function<Sample, Detector> heldOut(List<Sample> samples, long seed) throws IOException {
        String lexicon = Training.builtInLexicon();
        String places = PlaceNames.lines();
        PostingReader reader = Training.postingReader(lexicon, places);
        Recipe recipe = Recipe.DEFAULT.withSeed(seed);
        BundleTrainer.Trained trained =
                BundleTrainer.train(Examples.of(samples, reader), recipe, "bench", lexicon, places);
        return new FoldDetectors(trained, recipe.folds(), reader)::of;
    }
}
