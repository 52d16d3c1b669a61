package org.lurewatch.trainer.adapt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.ModelDetector;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.bundle.BundleContents;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.bundle.BundleWriter;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.trainer.compare.BundleComparison;
import org.lurewatch.trainer.compare.Promotion;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.Screening;
import org.lurewatch.trainer.train.BundleTrainer;
import org.lurewatch.trainer.train.Example;
import org.lurewatch.trainer.train.Examples;
import org.lurewatch.trainer.train.ModelCard;
import org.lurewatch.trainer.train.Recipe;
import org.lurewatch.trainer.train.Training;

/**
 * A bundle that was moved by a few labels, and what it is worth on them.
 * See RATIONALE.md, "An adapted head is held to the old one".
 *
 * @param contents the adapted bundle
 * @param from the bundle that it was adapted from
 * @param labels what it was adapted with
 * @param before the labels as the old bundle judges them
 * @param after the same in the same order, each as a model judges it that saw no label of its group
 * @param objections why it should not be used; none where it may
 */
public record Adaptation(
        BundleContents contents,
        BundleId from,
        List<Example> labels,
        List<JudgedSample> before,
        List<JudgedSample> after,
        List<String> objections) {
    /** Fewer labels say next to nothing. */
    static final int FEWEST = 30;

    /** With more, the data of other sites would be forgotten rather than adapted. */
    static final int MOST = 3_000;

    /** Groups of lures, and of honest adverts: each fold needs one to be judged by. */
    static final int FEWEST_GROUPS = LabelFolds.COUNT;

    private static final String ADAPTED_FROM = "adapted from";
    private static final String ADAPTED_WITH = "adapted with";

    /**
     * Adapts a bundle. Nothing is written.
     *
     * @param bundle folder of the bundle
     * @param version name of the new one
     * @param given labelled postings
     * @param progress receives a line for each step that takes long
     * @throws UnsuitableLabelsException where there are too few of them, or too few of one label
     */
    public static Adaptation of(Path bundle, String version, List<Sample> given, Consumer<String> progress) {
        requireEnough(given);
        if (given.size() > MOST) {
            progress.accept(given.size() + " labels are enough for a training of its own, which learns more: leave out"
                    + " --from, and give data of many sites beside them");
        }
        BundleContents old = BundleLoader.contents(bundle);
        BundleId from = BundleLoader.identify(bundle);
        PostingReader reader = Training.postingReader(old.lexicon(), old.places());
        progress.accept("reading " + given.size() + " labels");
        LabelFolds folds = new LabelFolds(Examples.of(given, reader));
        List<Example> labels = folds.labels();
        requireGroups(labels);
        progress.accept("adapting, and judging each label by a model that saw none of its group");
        List<ScamModel> models = IntStream.rangeClosed(0, LabelFolds.COUNT)
                .parallel()
                .mapToObj(fold -> BundleTrainer.adapted(old.model(), folds.without(fold), Recipe.DEFAULT))
                .toList();
        List<Sample> samples = labels.stream().map(Example::sample).toList();
        Detector detector = detector(old, old.model(), reader);
        List<Detector> ofFolds = models.stream()
                .limit(LabelFolds.COUNT)
                .map(model -> detector(old, model, reader))
                .toList();
        List<JudgedSample> before = Screening.of(samples, sample -> detector);
        List<JudgedSample> after = Screening.of(samples, sample -> ofFolds.get(folds.of(sample)));
        BundleContents contents = new BundleContents(
                version,
                models.get(LabelFolds.COUNT),
                old.policies(),
                old.lexicon(),
                old.places(),
                facts(old.facts(), from, labels));
        return new Adaptation(contents, from, labels, before, after, objections(before, after));
    }

    /**
     * Writes the bundle with its card.
     *
     * @throws IOException where the folder cannot be written
     * @throws IllegalStateException where there are objections
     */
    public void write(Path out) throws IOException {
        if (!objections.isEmpty()) {
            throw new IllegalStateException("a bundle that was refused is not written: " + objections);
        }
        BundleWriter.write(out, contents);
        Files.writeString(out.resolve("MODEL_CARD.md"), ModelCard.ofAdapted(contents, AdaptationText.forCard(this)));
    }

    /** The bundle as a detector with its default policy, before it has a digest. */
    private static Detector detector(BundleContents contents, ScamModel model, PostingReader reader) {
        return new ModelDetector(reader, model, contents.policy(), new BundleId(contents.version(), ""));
    }

    private static void requireEnough(List<Sample> given) {
        if (given.size() < FEWEST) {
            throw new UnsuitableLabelsException(given.size() + " labels are too few to adapt a bundle: at least "
                    + FEWEST + " are needed, and " + wanted());
        }
    }

    private static void requireGroups(List<Example> labels) {
        long lures = groups(labels, Example::isScam);
        long honest = groups(labels, label -> label.sample().isLegitimate());
        if (lures < FEWEST_GROUPS || honest < FEWEST_GROUPS) {
            throw new UnsuitableLabelsException("the " + labels.size() + " labels hold " + lures
                    + " groups of lures and " + honest + " of honest adverts: " + wanted());
        }
    }

    private static String wanted() {
        return "at least " + FEWEST_GROUPS + " groups of each kind, lures (\"scam\") and honest adverts"
                + " (\"legitimate\"), best from the same sources";
    }

    private static long groups(List<Example> labels, Predicate<Example> of) {
        return labels.stream().filter(of).map(Example::group).distinct().count();
    }

    private static Map<String, String> facts(Map<String, String> before, BundleId from, List<Example> labels) {
        SortedMap<String, String> facts = new TreeMap<>(before);
        facts.merge(
                ADAPTED_FROM,
                "version " + from.version() + ", digest " + from.digest(),
                (earlier, now) -> now + "; that one from " + earlier);
        facts.merge(
                ADAPTED_WITH,
                labels.size() + " labels ("
                        + labels.stream().filter(Example::isScam).count() + " scam) in " + groups(labels, label -> true)
                        + " groups",
                (earlier, now) -> now + "; before that " + earlier);
        return facts;
    }

    /** Why the new bundle should not be used: it finds no lure, or a figure that compare protects got worse. */
    static List<String> objections(List<JudgedSample> before, List<JudgedSample> after) {
        List<String> objections = new ArrayList<>();
        long lures = after.stream().filter(judged -> judged.sample().isScam()).count();
        long warnedBefore = lures(before, Verdict.LIKELY_SCAM);
        if (lures(after, Verdict.LIKELY_SCAM) == 0 && (warnedBefore > 0 || lures(after, Verdict.UNSURE) == 0)) {
            objections.add("it finds nothing: it warns of none of " + lures + " lures, the old one of " + warnedBefore);
        }
        objections.addAll(Promotion.worse(BundleComparison.of(before, after, Assumptions.of(Map.of()))));
        return objections;
    }

    private static long lures(List<JudgedSample> judged, Verdict verdict) {
        return judged.stream()
                .filter(each -> each.sample().isScam())
                .filter(each -> each.verdict().orElseThrow() == verdict)
                .count();
    }
}
