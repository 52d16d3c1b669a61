package org.lurewatch.trainer.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.Cut;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.Measurement;
import org.lurewatch.trainer.measure.Outcomes;
import org.lurewatch.trainer.measure.Screening;
import org.lurewatch.trainer.measure.Unseen;
import org.lurewatch.trainer.measure.UnseenMeter;
import org.lurewatch.trainer.measure.View;
import org.lurewatch.trainer.train.BundleTrainer;
import org.lurewatch.trainer.train.Example;
import org.lurewatch.trainer.train.Examples;
import org.lurewatch.trainer.train.FoldDetectors;
import org.lurewatch.trainer.train.Folds;
import org.lurewatch.trainer.train.PlaceNames;
import org.lurewatch.trainer.train.Recipe;
import org.lurewatch.trainer.train.Training;

/** One run of {@code evaluate}: which detectors judge which postings, and the measurement of that. */
public final class Evaluation {
    /** The lines rest on scores of folds of their own; a few are enough, since each costs a training. */
    private static final int INNER_FOLDS = 3;

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

    /**
     * Each posting by a detector that saw none of its group, and by others that saw nothing of its site or language.
     *
     * @param unseen what is left out, one after the other
     */
    public Measurement ofFolds(List<UnseenFolds> unseen, boolean peer) throws IOException {
        String lexicon = Training.builtInLexicon();
        String places = PlaceNames.lines();
        PostingReader reader = Training.postingReader(lexicon, places);
        List<Example> examples = Examples.of(samples, reader);
        progress.accept("training on " + examples.size() + " examples");
        BundleTrainer.Trained trained = BundleTrainer.train(examples, recipe, "evaluated", lexicon, places);
        FoldDetectors detectors = new FoldDetectors(trained, recipe.folds(), reader, terms.baseRate());
        List<String> notes = new ArrayList<>();
        if (!unseen.isEmpty()) {
            notes.add(
                    "Unseen: all that is learnt or chosen, lines too, comes from other sites or languages. A line is a"
                            + " score that so many honest adverts of an average site lie over; of fewer than "
                            + UnseenMeter.FEWEST_OF_GROUP + " postings none is a site, source or language of its own.");
        }
        notes.add("Below, each posting is judged by a detector that saw no posting of its group; lines and calibration"
                + " rest on the held-out scores of all postings.");
        List<View> views = views(detectors::of, notes);
        Map<Sample, Example> exampleOf = new IdentityHashMap<>();
        examples.forEach(example -> exampleOf.put(example.sample(), example));
        Recipe inner = recipe.with(new Folds(INNER_FOLDS, recipe.folds().seed()));
        List<Unseen> measured = new ArrayList<>();
        for (UnseenFolds folds : unseen) {
            LeftOut leftOut = folds.leftOut();
            progress.accept("training without each fold of the " + leftOut.code());
            Outcomes outcomes = folds.outcomes(
                    (judged, seen) -> {
                        List<Example> learnt = seen.stream().map(exampleOf::get).toList();
                        return Outcomes.of(
                                judged,
                                BundleTrainer.train(learnt, inner, "unseen", lexicon, places)
                                        .detector(reader, terms.baseRate()));
                    },
                    progress);
            measured.add(Unseen.of("Unseen " + leftOut.words() + ": by detectors that saw nothing of them", outcomes));
        }
        return measurement(measured, views, notes, peer);
    }

    /** Each posting by a bundle. */
    public Measurement ofBundle(Path bundle, boolean peer) {
        Detector detector = BundleLoader.load(bundle, PolicyChoice.DEFAULT.withBaseRate(terms.baseRate()));
        List<String> notes = new ArrayList<>();
        notes.add("Judged by a bundle: figures of postings that it was trained on are too good.");
        List<View> views = views(sample -> detector, notes);
        progress.accept("judging by the description alone, and without the language");
        Unseen unseen = Unseen.of("Sites and sources, by the bundle", Outcomes.of(samples, detector));
        return measurement(List.of(unseen), views, notes, peer);
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

    private Measurement measurement(List<Unseen> unseen, List<View> views, List<String> notes, boolean peer) {
        List<View> all = new ArrayList<>(views);
        if (peer) {
            progress.accept("training the peer");
            all.add(View.of(
                    "Peer: TF-IDF of words and a linear support vector machine, trained on the same file only",
                    Screening.ofScores(samples, new PeerSvm(samples, recipe.folds()).heldOutScores()),
                    EnumSet.of(Cut.FILE),
                    terms));
        }
        return new Measurement(terms, unseen, all, notes);
    }

    /** Sources differ from files only where a posting names its platform. */
    private static Set<Cut> cuts(List<Sample> samples) {
        boolean platforms = samples.stream()
                .anyMatch(sample -> !sample.labelled().posting().source().isEmpty());
        return platforms ? EnumSet.of(Cut.FILE, Cut.LANGUAGE, Cut.SOURCE) : EnumSet.of(Cut.FILE, Cut.LANGUAGE);
    }
}
