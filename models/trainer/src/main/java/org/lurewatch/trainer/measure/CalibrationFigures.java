package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.List;
import org.lurewatch.trainer.measure.Ranking.Point;

/**
 * How close scores come to the truth. Scores are restated to the postings' own share of scams: at a base rate far below
 * it every calibrated score would look too low.
 */
final class CalibrationFigures {
    private static final int BINS = 10;

    private final List<Point> points;
    private final double[] probabilities;

    /**
     * Postings next to each other by score.
     *
     * @param meanScore what was predicted
     * @param shareOfScams what was true
     * @param weight how many postings
     */
    record Bin(double meanScore, double shareOfScams, double weight) {}

    /**
     * Calibration of a ranking.
     *
     * @param ranking whose scores are probabilities
     * @param baseRate share of scams that they are stated for
     */
    CalibrationFigures(Ranking ranking, double baseRate) {
        this.points = ranking.points();
        double own = (double) points.stream().filter(Point::scam).count() / points.size();
        this.probabilities = points.stream()
                .mapToDouble(point -> restated(point.score(), baseRate, own))
                .toArray();
    }

    /** A probability stated for another share of scams. */
    static double restated(double score, double baseRate, double otherRate) {
        double scam = score * otherRate / baseRate;
        double honest = (1 - score) * (1 - otherRate) / (1 - baseRate);
        return scam / (scam + honest);
    }

    /** Up to ten bins of about equally many postings, from the highest score. */
    List<Bin> bins(int[] times) {
        double all = points.stream().mapToInt(point -> times[point.group()]).sum();
        double[] weight = new double[BINS];
        double[] predicted = new double[BINS];
        double[] scams = new double[BINS];
        double before = 0;
        for (int i = 0; i < probabilities.length; i++) {
            int count = times[points.get(i).group()];
            if (count > 0) {
                int bin = (int) ((before + count / 2.0) / all * BINS);
                weight[bin] += count;
                predicted[bin] += count * probabilities[i];
                scams[bin] += points.get(i).scam() ? count : 0;
                before += count;
            }
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (weight[bin] > 0) {
                bins.add(new Bin(predicted[bin] / weight[bin], scams[bin] / weight[bin], weight[bin]));
            }
        }
        return bins;
    }

    /** Mean distance between predicted and true share over the bins. */
    double error(int[] times) {
        double sum = 0;
        double all = 0;
        for (Bin bin : bins(times)) {
            sum += bin.weight() * Math.abs(bin.meanScore() - bin.shareOfScams());
            all += bin.weight();
        }
        return sum / all;
    }

    /** Mean squared distance between probability and truth. */
    double brier(int[] times) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < probabilities.length; i++) {
            int count = times[points.get(i).group()];
            double distance = probabilities[i] - (points.get(i).scam() ? 1 : 0);
            sum += count * distance * distance;
            all += count;
        }
        return sum / all;
    }
}
