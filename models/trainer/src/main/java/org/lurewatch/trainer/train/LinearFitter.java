package org.lurewatch.trainer.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.SignalFeatures;
import org.lurewatch.detection.features.SparseVector;
import org.lurewatch.detection.features.TextFeatures;

/**
 * Fits a penalised logistic regression over wording, concepts and signals together. The language of a posting has an
 * intercept of its own, which is dropped afterwards: what a language's adverts are like on average is no sign. The
 * penalty holds every coefficient towards where the fit starts.
 * See RATIONALE.md, "The language takes its own share and is dropped".
 */
final class LinearFitter {
    private static final double TOLERANCE = 1e-3;
    private static final int MOST_STEPS = 40;

    private final Recipe recipe;
    private final Predicate<Example> positive;
    private final LinearFit start;

    /**
     * A fitter.
     *
     * @param start what is known before anything is learnt
     */
    LinearFitter(Recipe recipe, Predicate<Example> positive, LinearFit start) {
        this.recipe = recipe;
        this.positive = positive;
        this.start = start;
    }

    LinearFit fit(List<Example> examples) {
        double[] scale = scales(examples);
        int[] columns = new int[scale.length];
        int used = 0;
        for (int i = 0; i < scale.length; i++) {
            columns[i] = scale[i] == 0 ? -1 : used++;
        }
        Map<String, Integer> languages = new HashMap<>();
        examples.forEach(example -> languages.putIfAbsent(example.language(), languages.size()));
        Design design = new Design(columns, scale, used, languages);
        PenalisedLoss loss = new PenalisedLoss(used + SignalFeatures.NAMES.size() + languages.size(), recipe.penalty());
        double[] weights = recipe.weights(examples);
        for (int i = 0; i < weights.length; i++) {
            design.add(examples.get(i), weights[i], loss);
        }
        return design.fit(loss.minimise(TOLERANCE, MOST_STEPS));
    }

    /** Which coefficient belongs to what. */
    private final class Design {
        private final int[] columns;
        private final double[] scale;
        private final int firstSignal;
        private final Map<String, Integer> languages;

        Design(int[] columns, double[] scale, int firstSignal, Map<String, Integer> languages) {
            this.columns = columns;
            this.scale = scale;
            this.firstSignal = firstSignal;
            this.languages = languages;
        }

        void add(Example example, double weight, PenalisedLoss loss) {
            boolean whole = example.thinned() == example.features();
            double thinned = whole ? 0 : recipe.thinnedShare();
            addRow(example, example.features(), weight * (1 - thinned), loss);
            if (!whole) {
                addRow(example, example.thinned(), weight * thinned, loss);
            }
        }

        private void addRow(Example example, FeatureVector features, double weight, PenalisedLoss loss) {
            SparseVector wording = features.wording();
            for (int i = 0; i < wording.size(); i++) {
                int bucket = wording.indices()[i];
                if (columns[bucket] >= 0) {
                    loss.add(columns[bucket], wording.values()[i] * scale[bucket]);
                }
            }
            double[] signals = features.signals();
            for (int i = 0; i < signals.length; i++) {
                if (signals[i] != 0) {
                    loss.add(firstSignal + i, signals[i] * signalScale(i));
                }
            }
            int language = firstSignal + signals.length + languages.get(example.language());
            loss.add(language, recipe.languageScale());
            loss.endRow(positive.test(example), weight, start.score(features));
        }

        LinearFit fit(double[] fitted) {
            double[] wording = new double[TextFeatures.BUCKETS];
            for (int i = 0; i < wording.length; i++) {
                wording[i] = start.wording()[i] + (columns[i] < 0 ? 0 : fitted[columns[i]] * scale[i]);
            }
            double[] signals = new double[SignalFeatures.NAMES.size()];
            Arrays.setAll(signals, i -> fitted[firstSignal + i] * signalScale(i) + start.signals()[i]);
            return new LinearFit(wording, signals, start.bias() + fitted[fitted.length - 1]);
        }

        private double signalScale(int signal) {
            return SignalFeatures.isSaying(signal) ? recipe.sayingScale() : recipe.signalScale();
        }
    }

    /**
     * How large each bucket is made before the penalty holds all alike: by its rarity, a smoothed inverse document
     * frequency in natural logarithms, times the scale of its kind; 0 where only one posting has it.
     */
    private double[] scales(List<Example> examples) {
        int[] postings = new int[TextFeatures.BUCKETS];
        for (Example example : examples) {
            for (int bucket : example.features().wording().indices()) {
                postings[bucket]++;
            }
        }
        double[] scales = new double[TextFeatures.BUCKETS];
        for (int i = 0; i < scales.length; i++) {
            double rarity = Math.log((1.0 + examples.size()) / (1.0 + postings[i])) + 1;
            double kind = TextFeatures.isOfWords(i)
                    ? 1
                    : TextFeatures.isOfPairs(i) ? recipe.conceptPairScale() : recipe.conceptScale();
            scales[i] = postings[i] < 2 ? 0 : rarity * kind;
        }
        return scales;
    }
}
