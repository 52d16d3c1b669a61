package org.lurewatch.trainer.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.train.Folds;
import smile.base.svm.KernelMachine;
import smile.base.svm.LASVM;
import smile.math.MathEx;
import smile.math.kernel.SparseLinearKernel;
import smile.util.SparseArray;

/**
 * A plain baseline on the same folds: words of two letters or more, TF-IDF of unit length, and a linear support vector
 * machine, trained on the same file only.
 */
final class PeerSvm {
    private static final Pattern WORD = Pattern.compile("\\w\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final double PENALTY = 1;
    private static final double TOLERANCE = 1e-3;
    private static final int EPOCHS = 5;

    private final List<Sample> samples;
    private final Folds folds;
    private final List<Map<String, Integer>> counts;

    PeerSvm(List<Sample> samples, Folds folds) {
        this.samples = samples;
        this.folds = folds;
        this.counts = samples.stream().map(PeerSvm::words).toList();
    }

    /** The score of each sample by a machine that saw no sample of its group and no other file. */
    double[] heldOutScores() {
        MathEx.setSeed(folds.seed());
        double[] scores = new double[samples.size()];
        for (String file :
                samples.stream().map(Sample::file).distinct().sorted().toList()) {
            for (int fold = 0; fold < folds.count(); fold++) {
                score(file, fold, scores);
            }
        }
        return scores;
    }

    private void score(String file, int fold, double[] scores) {
        int[] rows = IntStream.range(0, scores.length)
                .filter(i -> samples.get(i).file().equals(file))
                .toArray();
        int[] seen = IntStream.of(rows)
                .filter(i -> folds.of(samples.get(i)) != fold && isJudged(samples.get(i)))
                .toArray();
        long scams = IntStream.of(seen).filter(i -> samples.get(i).isScam()).count();
        if (scams == 0 || scams == seen.length) {
            return;
        }
        Vocabulary vocabulary =
                new Vocabulary(IntStream.of(seen).mapToObj(counts::get).toList());
        SparseArray[] inputs =
                IntStream.of(seen).mapToObj(i -> vocabulary.row(counts.get(i))).toArray(SparseArray[]::new);
        int[] labels =
                IntStream.of(seen).map(i -> samples.get(i).isScam() ? 1 : -1).toArray();
        KernelMachine<SparseArray> machine =
                new LASVM<>(new SparseLinearKernel(), PENALTY, TOLERANCE).fit(inputs, labels, EPOCHS);
        IntStream.of(rows)
                .filter(i -> folds.of(samples.get(i)) == fold)
                .forEach(i -> scores[i] = machine.score(vocabulary.row(counts.get(i))));
    }

    private static boolean isJudged(Sample sample) {
        return sample.isScam() || sample.isLegitimate();
    }

    private static Map<String, Integer> words(Sample sample) {
        String text = String.join(" ", sample.labelled().posting().texts().values());
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .collect(Collectors.toMap(MatchResult::group, word -> 1, Integer::sum));
    }

    /** The words of some texts, and how rare each is among them. */
    private static final class Vocabulary {
        private final Map<String, Integer> index = new HashMap<>();
        private final List<Double> rarity = new ArrayList<>();

        Vocabulary(List<Map<String, Integer>> texts) {
            Map<String, Integer> frequency = new HashMap<>();
            for (Map<String, Integer> text : texts) {
                Set<String> distinct = new HashSet<>(text.keySet());
                distinct.forEach(word -> frequency.merge(word, 1, Integer::sum));
            }
            frequency.keySet().stream().sorted().forEach(word -> {
                index.put(word, rarity.size());
                rarity.add(Math.log((1.0 + texts.size()) / (1.0 + frequency.get(word))) + 1);
            });
        }

        SparseArray row(Map<String, Integer> text) {
            double[][] cells = text.entrySet().stream()
                    .filter(word -> index.containsKey(word.getKey()))
                    .map(word -> {
                        int column = index.get(word.getKey());
                        return new double[] {column, word.getValue() * rarity.get(column)};
                    })
                    .sorted((a, b) -> Double.compare(a[0], b[0]))
                    .toArray(double[][]::new);
            double squares = 0;
            for (double[] cell : cells) {
                squares += cell[1] * cell[1];
            }
            SparseArray row = new SparseArray();
            for (double[] cell : cells) {
                row.append((int) cell[0], cell[1] / Math.sqrt(squares));
            }
            return row;
        }
    }
}
