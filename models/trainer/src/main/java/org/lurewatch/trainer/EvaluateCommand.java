package org.lurewatch.trainer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lurewatch evaluate}: what scores are worth on labelled postings. */
@Command(
        name = "evaluate",
        description = {
            "Measures on labelled postings, file by file.",
            "Without --bundle it trains anew in group-wise folds and measures each posting by a model that did not see"
                    + " its group. With --bundle it measures that bundle: honest only on postings that it was not"
                    + " trained on."
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Labelled JSONL files (.gz too), or folders of them.")
    private List<Path> paths;

    @Option(names = "--bundle", paramLabel = "DIR", description = "A bundle to measure.")
    private Path bundle;

    @Option(
            names = "--stated-at",
            split = ",",
            paramLabel = "FILE=RATE",
            description = "Base rate for which the precision of a file is stated, for example emscad_full=0.0484.")
    private Map<String, Double> baseRates = Map.of();

    @Option(names = "--seed", defaultValue = "1", description = "Deals the groups to folds (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--peer",
            description = "Also measure a linear support vector machine on TF-IDF of words, on the same folds.")
    private boolean peer;

    @Option(
            names = "--phrases",
            paramLabel = "FILE",
            description =
                    "Measure phrases instead of a model: receives one line for each, tab-separated; - prints them.")
    private Path phraseReport;

    @Option(
            names = "--lexicon",
            paramLabel = "FILE",
            description = "With --phrases: phrases to measure instead of the built-in ones.")
    private Path lexiconFile;

    @Option(
            names = "--reviewed",
            paramLabel = "FILE",
            description = "With --phrases: receives the lexicon with phrases that are too common in honest adverts made"
                    + " context-only.")
    private Path reviewedFile;

    @Override
    public Integer call() throws IOException {
        List<Sample> samples = SampleFiles.read(paths);
        if (phraseReport != null) {
            new PhraseReview(phraseReport, lexiconFile, reviewedFile)
                    .write(samples, spec.commandLine().getOut());
            return 0;
        }
        Scorecard scorecard = new Scorecard(samples, scores(samples), baseRates);
        PrintWriter result = spec.commandLine().getOut();
        scorecard.lines().forEach(result::println);
        if (peer) {
            double[] peerScores =
                    new PeerSvm(samples, Recipe.DEFAULT.withSeed(seed).folds()).heldOutScores();
            result.println();
            result.println("Peer: TF-IDF of words and a linear support vector machine, trained on the same file only");
            result.println();
            new Scorecard(samples, peerScores, baseRates).curves().forEach(result::println);
        }
        result.flush();
        return 0;
    }

    private double[] scores(List<Sample> samples) throws IOException {
        if (bundle != null) {
            Detector detector = BundleLoader.load(bundle);
            return samples.parallelStream()
                    .mapToDouble(sample ->
                            detector.assess(sample.labelled().posting()).score())
                    .toArray();
        }
        String lexicon = TrainCommand.builtInLexicon();
        List<Example> examples = SampleFiles.examples(samples, TrainCommand.postingReader(lexicon, PlaceNames.lines()));
        return new HeadTrainer(Recipe.DEFAULT.withSeed(seed), Example::isScam)
                .train(examples)
                .heldOut();
    }
}
