package org.lurewatch.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lurewatch.detection.assess.ScamModel;
import org.lurewatch.detection.assess.WarningPolicy;
import org.lurewatch.detection.bundle.BundleContents;

/** From examples to the contents of a bundle, with the held-out scores that its thresholds and its card rest on. */
final class BundleTrainer {
    private static final double ABOUT_THRESHOLD = 0.5;

    private BundleTrainer() {}

    /**
     * A trained bundle.
     *
     * @param contents what is written
     * @param heldOut score of each example by a model that saw no example of its group
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Trained(BundleContents contents, double[] heldOut) {}

    static Trained train(List<Example> examples, Recipe recipe, String version, String lexicon, String places) {
        HeadTrainer.Trained scam = new HeadTrainer(recipe, Example::isScam).train(examples);
        HeadTrainer.Trained about = new HeadTrainer(recipe, Example::isAboutScams).train(examples);
        WarningPolicy open =
                new WarningPolicy(scam.prior(), WarningPolicy.DEFAULT_BASE_RATE, 0.5, 0.5, ABOUT_THRESHOLD);
        double[] scores = Arrays.stream(scam.heldOut()).map(open::score).toArray();
        WarningPolicy policy = new WarningPolicy(
                scam.prior(),
                WarningPolicy.DEFAULT_BASE_RATE,
                threshold(examples, scores, recipe.falseAlarmRate()),
                threshold(examples, scores, recipe.questionRate()),
                ABOUT_THRESHOLD);
        ScamModel model = new ScamModel(scam.head(), about.head(), TypeTrainer.fit(examples));
        return new Trained(
                new BundleContents(version, model, policy, lexicon, places, facts(examples, recipe)), scores);
    }

    /** The lowest score that no more than this share of the honest examples of scam-free files exceeds. */
    private static double threshold(List<Example> examples, double[] scores, double rate) {
        Map<String, Boolean> hasScam =
                examples.stream().collect(Collectors.toMap(Example::file, Example::isScam, Boolean::logicalOr));
        boolean anyFree = hasScam.containsValue(false);
        double[] honest = IntStream.range(0, scores.length)
                .filter(i -> examples.get(i).sample().isLegitimate()
                        && (!anyFree || !hasScam.get(examples.get(i).file())))
                .mapToDouble(i -> scores[i])
                .sorted()
                .toArray();
        int allowed = (int) Math.floor(rate * honest.length);
        return Math.nextUp(honest[honest.length - 1 - allowed]);
    }

    private static SortedMap<String, String> facts(List<Example> examples, Recipe recipe) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("folds", recipe.folds().count() + ", seed " + recipe.folds().seed());
        facts.put("penalty", recipe.rarityLambda() + " (rarity), " + recipe.contrastLambda() + " (contrast)");
        facts.put("signal scale", Double.toString(recipe.signalScale()));
        facts.put("repeats", new TreeMap<>(recipe.repeats()).toString());
        facts.put("allowed false alarms", Double.toString(recipe.falseAlarmRate()));
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
