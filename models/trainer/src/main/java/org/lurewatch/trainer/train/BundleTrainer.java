package org.lurewatch.trainer.train;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.ModelDetector;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.assess.WarningPolicy;
import org.lurewatch.detection.bundle.BundleContents;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.classify.TypeHead;
import org.lurewatch.detection.concepts.Concept;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.features.PostingReader;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.trainer.data.PostingLanguage;

/** From examples to the contents of a bundle, with the held-out scores that its thresholds and its card rest on. */
public final class BundleTrainer {
    private BundleTrainer() {}

    /**
     * A trained bundle.
     *
     * @param contents what is written
     * @param heldOut score of each example by a model that saw no example of its group
     * @param foldModels for each fold the model that saw no example of it; the head for kinds of scams saw them all
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Trained(BundleContents contents, double[] heldOut, List<ScamModel> foldModels) {

        /** The bundle as a detector, for another base rate. */
        public Detector detector(PostingReader reader, double baseRate) {
            return new ModelDetector(
                    reader,
                    contents.model(),
                    contents.policy().withBaseRate(baseRate),
                    new BundleId(contents.version(), ""));
        }
    }

    /** A bundle learnt from the examples, and how each of its groups scored without it. */
    public static Trained train(List<Example> examples, Recipe recipe, String version, String lexicon, String places) {
        HeadTrainer.Trained scam = new HeadTrainer(recipe, Example::isScam).train(examples);
        HeadTrainer.Trained about = new HeadTrainer(recipe, Example::isAboutScams).train(examples);
        ThresholdChoice thresholds = new ThresholdChoice(examples);
        double prior = Math.max(scam.prior(), scam.head().logitOfNothing());
        WarningPolicy open = new WarningPolicy(prior, WarningPolicy.DEFAULT_BASE_RATE, 0.5, 0.5, 0.5);
        double[] scores = Arrays.stream(scam.heldOut()).map(open::score).toArray();
        double aboutLogit = thresholds.exceededBy(about.heldOut(), Example::isScam, recipe.missedByAboutRate());
        SortedMap<String, Policies.Lines> lines = new TreeMap<>();
        recipe.policies().forEach((name, shares) -> lines.put(name, lines(shares, thresholds, scores)));
        Policies policies = new Policies(
                prior,
                WarningPolicy.DEFAULT_BASE_RATE,
                1 / (1 + Math.exp(-aboutLogit)),
                lines,
                thresholds.honestScores(scam.heldOut()));
        TypeHead types = TypeTrainer.fit(examples);
        ScamModel model = new ScamModel(scam.head(), about.head(), types, carryingAlone(examples), coverage(examples));
        List<ScamModel> foldModels = IntStream.range(0, recipe.folds().count())
                .mapToObj(fold -> new ScamModel(
                        scam.foldHeads().get(fold),
                        about.foldHeads().get(fold),
                        types,
                        carryingAlone(recipe.folds().without(fold, examples)),
                        coverage(recipe.folds().without(fold, examples))))
                .toList();
        return new Trained(
                new BundleContents(version, model, policies, lexicon, places, facts(examples, recipe)),
                scores,
                foldModels);
    }

    /**
     * A trained model, moved by further examples as far as they speak against it. The heads for texts about scams and for
     * kinds stay, and so does what a posting that says nothing scores: how many of the examples are scams says nothing
     * about a stream.
     */
    public static ScamModel adapted(ScamModel model, List<Example> examples, Recipe recipe) {
        LinearHead before = model.scam();
        LinearFit fit = new LinearFitter(recipe.adapting(), Example::isScam, LinearFit.of(before)).fit(examples);
        float[] weights = new float[fit.wording().length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (fit.wording()[i] / before.wordingFactor());
        }
        double[] coefficients = before.coefficients();
        System.arraycopy(fit.signals(), 0, coefficients, 1, fit.signals().length);
        SortedSet<String> alone = new TreeSet<>(model.carriesAlone());
        alone.removeIf(code -> anyHonestSays(code, examples));
        return new ScamModel(
                new LinearHead(weights, before.wordingBias(), coefficients),
                model.about(),
                model.type(),
                alone,
                model.languages().plus(coverage(examples)));
    }

    private static Policies.Lines lines(Recipe.Lines shares, ThresholdChoice thresholds, double[] scores) {
        double likely = thresholds.honest(scores, shares.alarmShare());
        double unsure = thresholds.honest(scores, shares.questionShare());
        return new Policies.Lines(
                shares.alarmShare(),
                shares.questionShare(),
                likely,
                Math.min(unsure, likely),
                shares.askOnlyWhereUnmeasured());
    }

    /**
     * The postings of each language. Our own writing measures nothing, and a posting that states another language than
     * its words tell may be in either.
     */
    static LanguageCoverage coverage(List<Example> examples) {
        SortedMap<String, LanguageCoverage.Rows> rows = new TreeMap<>();
        for (Example example : examples) {
            LanguageCoverage.Rows one =
                    new LanguageCoverage.Rows(example.sample().isLegitimate() ? 1 : 0, example.isScam() ? 1 : 0);
            example.spoken()
                    .filter(code -> (example.isScam() || example.sample().isLegitimate())
                            && !example.sample().isOurs()
                            && PostingLanguage.agrees(
                                    example.sample().labelled().posting(), code))
                    .ifPresent(code -> rows.merge(code, one, LanguageCoverage.Rows::plus));
        }
        return new LanguageCoverage(rows);
    }

    /** The sayings that may warn by themselves and that no honest advert holds. */
    private static SortedSet<String> carryingAlone(List<Example> examples) {
        SortedSet<String> codes = new TreeSet<>();
        for (Concept concept : Concepts.all()) {
            if (concept.kind() == Concept.Kind.CARRIES_ALONE && !anyHonestSays(concept.code(), examples)) {
                codes.add(concept.code());
            }
        }
        return codes;
    }

    private static boolean anyHonestSays(String saying, List<Example> examples) {
        int index = SignalFeatures.indexOf(SignalFeatures.SAID + saying);
        return examples.stream()
                .anyMatch(example ->
                        example.sample().isLegitimate() && example.features().signals()[index] > 0);
    }

    private static SortedMap<String, String> facts(List<Example> examples, Recipe recipe) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("folds", recipe.folds().count() + ", seed " + recipe.folds().seed());
        facts.put("penalty", Double.toString(recipe.penalty()));
        facts.put("a group counts as", recipe.groupShare() + " times the root of its size");
        facts.put("a site counts as the root of its size beyond", Double.toString(recipe.siteCap()));
        facts.put("files count", new TreeMap<>(recipe.fileWeights()).toString());
        facts.put(
                "scales",
                recipe.conceptScale() + " (concepts), " + recipe.conceptPairScale() + " (pairs of them), "
                        + recipe.signalScale() + " (signals), " + recipe.sayingScale() + " (sayings), "
                        + recipe.languageScale() + " (dropped intercepts of languages)");
        facts.put("fields lost in a copy", recipe.lostFields() + ", which counts " + recipe.thinnedShare());
        facts.put("scams taken for texts about scams", Double.toString(recipe.missedByAboutRate()));
        examples.stream()
                .collect(Collectors.groupingBy(Example::file, TreeMap::new, Collectors.toList()))
                .forEach((file, rows) -> facts.put(
                        "examples." + file,
                        rows.size() + " ("
                                + rows.stream().filter(Example::isScam).count() + " scam)"));
        return facts;
    }
}
