package org.lurewatch.detection.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lurewatch.detection.classify.LinearHead;
import org.lurewatch.detection.features.FeatureVector;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.features.TextFeatures;
import org.lurewatch.detection.text.Token;

/**
 * Points at the places of a posting that moved its score, and says by how much. A known phrase or a fact is credited
 * with what its signal added and with what the words in it added; what is left of the wording is told as runs of words.
 */
final class EvidenceFinder {
    static final int MOST = 8;
    private static final int MOST_RUNS = 4;
    private static final int LONGEST_RUN = 12;
    private static final double LEAST_CONTRIBUTION = 0.05;

    private final LinearHead head;

    EvidenceFinder(LinearHead head) {
        this.head = head;
    }

    /**
     * The strongest reasons first, at most {@link #MOST}.
     *
     * @param withWording whether to say what the words themselves added; without it, only named signals are told
     */
    List<Evidence> find(Reading reading, FeatureVector features, boolean withWording) {
        List<double[]> wording =
                withWording ? TextFeatures.contributions(reading, head.wordingWeights()) : noWording(reading);
        List<Evidence> found = new ArrayList<>();
        for (Claim claim : Claims.of(reading, features, head)) {
            FieldReading field = reading.fields().get(claim.field());
            double words = take(field, claim, wording.get(claim.field()));
            found.add(claim.toEvidence(field, words * head.wordingFactor()));
        }
        found.addAll(runs(reading, wording));
        found.removeIf(evidence -> Math.abs(evidence.contribution()) < LEAST_CONTRIBUTION);
        found.sort(order());
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private static List<double[]> noWording(Reading reading) {
        return reading.fields().stream()
                .map(field -> new double[field.tokens().size()])
                .toList();
    }

    private static Comparator<Evidence> order() {
        return Comparator.comparingDouble((Evidence e) -> -Math.abs(e.contribution()))
                .thenComparing(Evidence::field)
                .thenComparingInt(Evidence::start)
                .thenComparing(Evidence::signal);
    }

    /** What the words inside a claim added; they are not counted again for another. */
    private static double take(FieldReading field, Claim claim, double[] sums) {
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            Token token = field.tokens().get(i);
            if (token.start() < claim.end() && token.end() > claim.start()) {
                sum += sums[i];
                sums[i] = 0;
            }
        }
        return sum;
    }

    private List<Evidence> runs(Reading reading, List<double[]> wording) {
        List<Evidence> runs = new ArrayList<>();
        for (int field = 0; field < wording.size(); field++) {
            addRuns(field, reading.fields().get(field), wording.get(field), runs);
        }
        runs.sort(order());
        return runs.subList(0, Math.min(MOST_RUNS, runs.size()));
    }

    /** The runs of words in one sentence that each raised the score. */
    private void addRuns(int index, FieldReading field, double[] sums, List<Evidence> runs) {
        List<Token> tokens = field.tokens();
        int i = 0;
        while (i < sums.length) {
            int end = i;
            double sum = 0;
            while (end < sums.length
                    && end - i < LONGEST_RUN
                    && sums[end] > 0
                    && tokens.get(end).sentence() == tokens.get(i).sentence()) {
                sum += sums[end];
                end++;
            }
            if (end > i) {
                int start = tokens.get(i).start();
                int stop = tokens.get(end - 1).end();
                Claim run = new Claim("wording", "", index, start, stop, "", "", 0, 0);
                runs.add(run.toEvidence(field, sum * head.wordingFactor()));
            }
            i = Math.max(end, i + 1);
        }
    }
}
