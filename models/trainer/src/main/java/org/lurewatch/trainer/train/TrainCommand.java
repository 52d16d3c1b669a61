package org.lurewatch.trainer.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.lurewatch.detection.bundle.BundleWriter;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.phrases.Lexicon;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.TriePhraseMatcher;
import org.lurewatch.detection.text.JarTable;
import org.lurewatch.trainer.data.DataOptions;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.Cut;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.Measurement;
import org.lurewatch.trainer.measure.Screening;
import org.lurewatch.trainer.measure.TextScorecard;
import org.lurewatch.trainer.measure.View;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lurewatch train}: from labelled postings to a bundle and its card. */
@Command(name = "train", description = "Trains a model bundle from labelled postings and writes its card.")
public final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder that receives the bundle.")
    private Path out;

    @Option(names = "--version", defaultValue = "1", paramLabel = "NAME", description = "Name of the bundle's version.")
    private String version;

    @Option(names = "--lexicon", paramLabel = "FILE", description = "Phrases to use instead of the built-in ones.")
    private Path lexiconFile;

    @Option(
            names = "--held-out",
            paramLabel = "FILE",
            description = "Receives the score of each posting by a model that did not see its group, tab-separated.")
    private Path heldOutFile;

    @Option(
            names = "--compare-classifiers",
            description = "Also state on the card whether another of Smile's classifiers over score, signals and facts"
                    + " would decide better. Takes some minutes.")
    private boolean compareClassifiers;

    @Override
    public Integer call() throws IOException {
        PrintWriter progress = spec.commandLine().getErr();
        String lexicon = lexiconFile == null ? builtInLexicon() : Files.readString(lexiconFile);
        String places = PlaceNames.lines();
        progress.println("reading examples");
        List<Sample> samples = data.samples();
        PostingReader reader = postingReader(lexicon, places);
        List<Example> examples = Examples.of(samples, reader);
        progress.println("training on " + examples.size() + " examples");
        BundleTrainer.Trained trained = BundleTrainer.train(examples, Recipe.DEFAULT, version, lexicon, places);
        BundleWriter.write(out, trained.contents());
        if (heldOutFile != null) {
            Files.write(heldOutFile, heldOutLines(samples, trained.heldOut()));
        }
        Measurement measurement = measurement(samples, trained, reader);
        List<String> secondSteps = compareClassifiers
                ? new SecondStep(examples, logits(trained.heldOut()), Recipe.DEFAULT).table(data.statedAt())
                : List.of();
        Files.writeString(out.resolve("MODEL_CARD.md"), ModelCard.of(trained, measurement, secondSteps));
        PrintWriter result = spec.commandLine().getOut();
        TextScorecard.lines(measurement).forEach(result::println);
        result.println("bundle " + version + " written to " + out);
        result.flush();
        return 0;
    }

    private Measurement measurement(List<Sample> samples, BundleTrainer.Trained trained, PostingReader reader) {
        Assumptions terms = Assumptions.of(data.statedAt());
        FoldDetectors detectors = new FoldDetectors(trained, Recipe.DEFAULT.folds(), reader);
        List<JudgedSample> outcomes = Screening.of(samples, detectors::of);
        View view = View.of(
                "Each posting by a model that saw no posting of its group", outcomes, EnumSet.of(Cut.FILE), terms);
        return new Measurement(terms, List.of(view), List.of());
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
        return JarTable.text(TrainCommand.class, "lexicon.tsv");
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
