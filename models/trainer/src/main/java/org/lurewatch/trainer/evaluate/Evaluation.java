package org.lurewatch.trainer.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.Cut;
import org.lurewatch.trainer.measure.Errors;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.Measurement;
import org.lurewatch.trainer.measure.Outcomes;
import org.lurewatch.trainer.measure.Run;
import org.lurewatch.trainer.measure.Screening;
import org.lurewatch.trainer.measure.Unseen;
import org.lurewatch.trainer.measure.UnseenMeter;
import org.lurewatch.trainer.measure.View;
import org.lurewatch.trainer.train.Folds;
import org.lurewatch.trainer.train.Recipe;

/** One run of {@code evaluate}: which detectors judge which postings, and the measurement of that. */
public final class Evaluation {
    private final List<Sample> samples;
    private final Assumptions terms;
    private final Instant at;
    private final Set<Cut> cuts;
    private final Consumer<String> progress;

    /** @param at when this is, for the record */
    public Evaluation(List<Sample> samples, Assumptions terms, Instant at, Consumer<String> progress) {
        this.samples = samples;
        this.terms = terms;
        this.at = at;
        this.cuts = cuts(samples);
        this.progress = progress;
    }

    /**
     * Each posting by a detector that saw none of its group, and by others that saw nothing of its site or language.
     *
     * @param unseen what is left out, one after the other
     */
    public Measurement ofFolds(List<UnseenFolds> unseen, boolean peer) throws IOException {
        Trainings trainings = new Trainings(samples, terms);
        progress.accept("training on " + trainings.size() + " examples");
        Function<Sample, Detector> detectors = trainings.heldOut();
        List<String> notes = new ArrayList<>();
        if (!unseen.isEmpty()) {
            notes.add(
                    "Unseen: all that is learnt or chosen, lines too, comes from other sites or languages. A line is a"
                            + " score that so many honest adverts of an average site lie over; of fewer than "
                            + UnseenMeter.FEWEST_OF_GROUP + " postings none is a site, source or language of its own.");
        }
        notes.add("Below, each posting is judged by a detector that saw no posting of its group; lines and calibration"
                + " rest on the held-out scores of all postings.");
        List<View> views = views(detectors, notes);
        List<Unseen> measured = new ArrayList<>();
        List<Errors> errors = new ArrayList<>();
        for (UnseenFolds folds : unseen) {
            LeftOut leftOut = folds.leftOut();
            progress.accept("training without each fold of the " + leftOut.code());
            Outcomes outcomes = folds.outcomes((judged, seen) -> Outcomes.of(judged, trainings.on(seen)), progress);
            String name = "Unseen " + leftOut.words() + ": by detectors that saw nothing of them";
            measured.add(Unseen.of(name, outcomes));
            errors.add(Errors.of(name, outcomes.whole()));
        }
        return measurement(Optional.empty(), measured, views, errors, notes, peer);
    }

    /** Each posting by a bundle. */
    public Measurement ofBundle(Path bundle, boolean peer) {
        Detector detector = BundleLoader.load(bundle, PolicyChoice.DEFAULT.withBaseRate(terms.baseRate()));
        List<String> notes = new ArrayList<>();
        notes.add("Judged by a bundle: figures of postings that it was trained on are too good.");
        List<View> views = views(sample -> detector, notes);
        progress.accept("judging by the description alone, and without the language");
        Unseen unseen = Unseen.of("Sites and sources, by the bundle", Outcomes.of(samples, detector));
        return measurement(Optional.of(BundleLoader.identify(bundle)), List.of(unseen), views, List.of(), notes, peer);
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

    private Measurement measurement(
            Optional<BundleId> bundle,
            List<Unseen> unseen,
            List<View> views,
            List<Errors> unseenErrors,
            List<String> notes,
            boolean peer) {
        List<Errors> errors = new ArrayList<>(unseenErrors);
        errors.add(Errors.of(views.get(0).name(), views.get(0).outcomes()));
        List<View> all = new ArrayList<>(views);
        if (peer) {
            progress.accept("training the peer");
            Folds folds = Recipe.DEFAULT.withSeed(terms.bootstrap().seed()).folds();
            all.add(View.of(
                    "Peer: TF-IDF of words and a linear support vector machine, trained on the same file only",
                    Screening.ofScores(samples, new PeerSvm(samples, folds).heldOutScores()),
                    EnumSet.of(Cut.FILE),
                    terms));
        }
        return new Measurement(terms, Optional.of(new Run(at, bundle)), unseen, all, errors, notes);
    }

    /** Sources differ from files only where a posting names its platform. */
    private static Set<Cut> cuts(List<Sample> samples) {
        boolean platforms = samples.stream()
                .anyMatch(sample -> !sample.labelled().posting().source().isEmpty());
        return platforms ? EnumSet.of(Cut.FILE, Cut.LANGUAGE, Cut.SOURCE) : EnumSet.of(Cut.FILE, Cut.LANGUAGE);
    }
}
