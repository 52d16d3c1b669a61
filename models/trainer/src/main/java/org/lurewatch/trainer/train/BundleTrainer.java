package org.lurewatch.trainer.train;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.assess.WarningPolicy;
import org.lurewatch.detection.bundle.BundleContents;
import org.lurewatch.detection.classify.TypeHead;

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
    public record Trained(BundleContents contents, double[] heldOut, List<ScamModel> foldModels) {}

    /** A bundle learnt from the examples, and how each of its groups scored without it. */
    public static Trained train(List<Example> examples, Recipe recipe, String version, String lexicon, String places) {
        HeadTrainer.Trained scam = new HeadTrainer(recipe, Example::isScam).train(examples);
        HeadTrainer.Trained about = new HeadTrainer(recipe, Example::isAboutScams).train(examples);
        ThresholdChoice thresholds = new ThresholdChoice(examples);
        WarningPolicy open = new WarningPolicy(scam.prior(), WarningPolicy.DEFAULT_BASE_RATE, 0.5, 0.5, 0.5);
        double[] scores = Arrays.stream(scam.heldOut()).map(open::score).toArray();
        double likely = thresholds.honest(scores, recipe.falseAlarmRate(), recipe.lookAlikeRate());
        double unsure = thresholds.honest(scores, recipe.questionRate(), 1);
        double aboutLogit = thresholds.exceededBy(about.heldOut(), Example::isScam, recipe.missedByAboutRate());
        WarningPolicy policy = new WarningPolicy(
                scam.prior(),
                WarningPolicy.DEFAULT_BASE_RATE,
                likely,
                Math.min(unsure, likely),
                1 / (1 + Math.exp(-aboutLogit)));
        TypeHead types = TypeTrainer.fit(examples);
        ScamModel model = new ScamModel(scam.head(), about.head(), types);
        List<ScamModel> foldModels = IntStream.range(0, recipe.folds().count())
                .mapToObj(fold -> new ScamModel(
                        scam.foldHeads().get(fold), about.foldHeads().get(fold), types))
                .toList();
        return new Trained(
                new BundleContents(version, model, policy, lexicon, places, facts(examples, recipe)),
                scores,
                foldModels);
    }

    private static SortedMap<String, String> facts(List<Example> examples, Recipe recipe) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("folds", recipe.folds().count() + ", seed " + recipe.folds().seed());
        facts.put(
                "penalty",
                recipe.rarityLambda() + " (rarity), " + recipe.contrastLambda() + " (contrast), share of contrast "
                        + recipe.contrastShare());
        facts.put("a group counts as", recipe.groupShare() + " times the root of its size");
        facts.put("signal scale", Double.toString(recipe.signalScale()));
        facts.put("repeats", new TreeMap<>(recipe.repeats()).toString());
        facts.put("fields lost in every third copy", Double.toString(recipe.lostFields()));
        facts.put("allowed false alarms", Double.toString(recipe.falseAlarmRate()));
        facts.put("allowed look-alike alarms", Double.toString(recipe.lookAlikeRate()));
        facts.put("scams taken for texts about scams", Double.toString(recipe.missedByAboutRate()));
        facts.put("allowed questions", Double.toString(recipe.questionRate()));
        examples.stream()
                .collect(Collectors.groupingBy(Example::file, TreeMap::new, Collectors.toList()))
                .forEach((file, rows) -> facts.put(
                        "examples." + file,
                        rows.size() + " ("
                                + rows.stream().filter(Example::isScam).count() + " scam)"));
        return facts;
    }
}
