package org.lurewatch.trainer.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.Cut;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.Measurement;
import org.lurewatch.trainer.measure.Screening;
import org.lurewatch.trainer.measure.View;
import org.lurewatch.trainer.train.BundleTrainer;
import org.lurewatch.trainer.train.Example;
import org.lurewatch.trainer.train.Examples;
import org.lurewatch.trainer.train.FoldDetectors;
import org.lurewatch.trainer.train.PlaceNames;
import org.lurewatch.trainer.train.Recipe;
import org.lurewatch.trainer.train.Training;

/** One run of {@code evaluate}: which detectors judge which postings, and the measurement of that. */
public final class Evaluation {
    private final List<Sample> samples;
    private final Assumptions terms;
    private final Recipe recipe;
    private final Set<Cut> cuts;
    private final Consumer<String> progress;

    public Evaluation(List<Sample> samples, Assumptions terms, Consumer<String> progress) {
        this.samples = samples;
        this.terms = terms;
        this.recipe = Recipe.DEFAULT.withSeed(terms.bootstrap().seed());
        this.cuts = cuts(samples);
        this.progress = progress;
    }

    /** Each posting by a detector that saw none of its group, and none of its language or source where asked for. */
    public Measurement ofFolds(List<LeftOutSlices> leftOut, boolean peer) throws IOException {
        String lexicon = Training.builtInLexicon();
        String places = PlaceNames.lines();
        PostingReader reader = Training.postingReader(lexicon, places);
        List<Example> examples = Examples.of(samples, reader);
        progress.accept("training on " + examples.size() + " examples");
        BundleTrainer.Trained trained = BundleTrainer.train(examples, recipe, "evaluated", lexicon, places);
        FoldDetectors detectors = new FoldDetectors(trained, recipe.folds(), reader, terms.baseRate());
        List<String> notes = new ArrayList<>();
        notes.add("Each posting is judged by a detector that saw no posting of its group; lines and calibration rest on"
                + " the held-out scores of all postings.");
        List<View> views = new ArrayList<>(views(detectors::of, notes));
        LeaveOut leaveOut = new LeaveOut(examples, recipe, trained, reader);
        for (LeftOutSlices slices : leftOut) {
            Cut cut = slices.cut();
            progress.accept("training without each " + cut.code());
            views.add(View.of(
                    "Without its " + cut.code() + ": by detectors that saw none of it",
                    leaveOut.outcomes(slices, terms.baseRate()),
                    EnumSet.of(cut),
                    terms));
            notes.add("Without its " + cut.code() + ": the scam head saw none of it; the lines, the calibration and the"
                    + " head for texts about scams are those of all postings.");
            if (!slices.small().isEmpty()) {
                notes.add("Left out together, each being small: " + cut.code() + " " + String.join(", ", slices.small())
                        + ".");
            }
        }
        return measurement(views, notes, peer);
    }

    /** Each posting by a bundle. */
    public Measurement ofBundle(Path bundle, boolean peer) {
        Detector detector = BundleLoader.load(bundle, OptionalDouble.of(terms.baseRate()));
        List<String> notes = new ArrayList<>();
        notes.add("Judged by a bundle: figures of postings that it was trained on are too good.");
        return measurement(views(sample -> detector, notes), notes, peer);
    }

    private List<View> views(Function<Sample, Detector> detectors, List<String> notes) {
        progress.accept("judging " + samples.size() + " postings, with all fields and by the text alone");
        List<JudgedSample> textOnly = Screening.ofTextOnly(samples, detectors);
        if (textOnly.size() < samples.size()) {
            notes.add("Left out of text only, having neither title nor description: "
                    + (samples.size() - textOnly.size()) + " postings.");
        }
        return List.of(
                View.of("All fields", Screening.of(samples, detectors), cuts, terms),
                View.of("Text only: title and description", textOnly, EnumSet.of(Cut.FILE), terms));
    }

    private Measurement measurement(List<View> views, List<String> notes, boolean peer) {
        List<View> all = new ArrayList<>(views);
        if (peer) {
            progress.accept("training the peer");
            all.add(View.of(
                    "Peer: TF-IDF of words and a linear support vector machine, trained on the same file only",
                    Screening.ofScores(samples, new PeerSvm(samples, recipe.folds()).heldOutScores()),
                    EnumSet.of(Cut.FILE),
                    terms));
        }
        return new Measurement(terms, all, notes);
    }

    /** Sources differ from files only where a posting names its platform. */
    private static Set<Cut> cuts(List<Sample> samples) {
        boolean platforms = samples.stream()
                .anyMatch(sample -> !sample.labelled().posting().source().isEmpty());
        return platforms ? EnumSet.allOf(Cut.class) : EnumSet.of(Cut.FILE, Cut.LANGUAGE);
    }
}
