package org.lurewatch.trainer.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lurewatch.detection.bundle.BundleWriter;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.phrases.Lexicon;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.text.JarTable;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.Cut;
import org.lurewatch.trainer.measure.Errors;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.Measurement;
import org.lurewatch.trainer.measure.Screening;
import org.lurewatch.trainer.measure.View;

/**
 * From labelled postings to a bundle and its card.
 *
 * @param out folder that receives the bundle
 * @param version name of the bundle's version
 * @param lexicon phrases as the text of a bundle's lexicon
 * @param heldOut file that receives the score of each posting by a model that did not see its group
 * @param comparesClassifiers whether the card says what other classifiers would have made of it, which takes minutes
 * @param statedAt share of scams by file, for which its average precision is stated
 */
public record Training(
        Path out,
        String version,
        String lexicon,
        Optional<Path> heldOut,
        boolean comparesClassifiers,
        Map<String, Double> statedAt) {
    public Training {
        statedAt = Map.copyOf(statedAt);
    }

    /**
     * Trains, and writes the bundle with its card.
     *
     * @param progress receives a line for each step that takes long
     * @return what the bundle is worth, each posting judged by a model that saw no posting of its group
     */
    public Measurement run(List<Sample> samples, Consumer<String> progress) throws IOException {
        String places = PlaceNames.lines();
        PostingReader reader = postingReader(lexicon, places);
        List<Example> examples = Examples.of(samples, reader);
        progress.accept("training on " + examples.size() + " examples");
        BundleTrainer.Trained trained = BundleTrainer.train(examples, Recipe.DEFAULT, version, lexicon, places);
        BundleWriter.write(out, trained.contents());
        if (heldOut.isPresent()) {
            Files.write(heldOut.get(), heldOutLines(samples, trained.heldOut()));
        }
        Measurement measurement = measurement(samples, trained, reader);
        List<String> secondSteps = comparesClassifiers
                ? new SecondStep(examples, logits(trained.heldOut()), Recipe.DEFAULT).table(statedAt)
                : List.of();
        Files.writeString(out.resolve("MODEL_CARD.md"), ModelCard.of(trained, measurement, secondSteps));
        return measurement;
    }

    private Measurement measurement(List<Sample> samples, BundleTrainer.Trained trained, PostingReader reader) {
        Assumptions terms = Assumptions.of(statedAt);
        FoldDetectors detectors = new FoldDetectors(trained, Recipe.DEFAULT.folds(), reader);
        List<JudgedSample> outcomes = Screening.of(samples, detectors::of);
        View view = View.of(
                "Each posting by a model that saw no posting of its group", outcomes, EnumSet.of(Cut.FILE), terms);
        return new Measurement(
                terms,
                Optional.empty(),
                List.of(),
                List.of(view),
                List.of(Errors.of(view.name(), outcomes)),
                List.of());
    }

    private static double[] logits(double[] scores) {
        return Arrays.stream(scores).map(score -> Math.log(score / (1 - score))).toArray();
    }

    private static List<String> heldOutLines(List<Sample> samples, double[] scores) {
        List<String> lines = new ArrayList<>();
        lines.add("file\tidentifier\tlabel\tscore");
        for (int i = 0; i < scores.length; i++) {
            Sample sample = samples.get(i);
            String identifier = sample.labelled().posting().identifier().replaceAll("\\p{Cntrl}", " ");
            lines.add(String.join(
                    "\t", sample.file(), identifier, sample.labelled().label().code(), Double.toString(scores[i])));
        }
        return lines;
    }

    /** The phrases that come with the trainer, as the text of a bundle's lexicon. */
    public static String builtInLexicon() {
        return JarTable.text(Training.class, "lexicon.tsv");
    }

    /** Reads postings as a bundle with this lexicon and these places will. */
    public static PostingReader postingReader(String lexicon, String places) {
        List<String> problems = new ArrayList<>();
        List<Phrase> phrases = new ArrayList<>(Lexicon.parse(lexicon, problems).phrases());
        phrases.addAll(Lexicon.parse(places, problems).phrases());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
        }
        return new PostingReader(new TriePhraseMatcher(phrases));
    }
}
