package org.lurewatch.trainer;

import java.util.Comparator;
import java.util.List;

/**
 * How well scores order scams before honest postings.
 *
 * @param averagePrecision over the scams, honest postings weighted to the base rate asked for
 * @param recallAt1Percent share of scams over the score that at most 1 % of honest postings reach
 * @param recallAt01Percent the same for 0.1 %
 * @param scams how many scams
 * @param honest how many honest postings
 */
record Curve(double averagePrecision, double recallAt1Percent, double recallAt01Percent, int scams, int honest) {

    /** One posting's score and truth. */
    record Point(double score, boolean scam) {}

    /**
     * Measures points.
     *
     * @param points in any order
     * @param baseRate share of scams that the precision is stated for, or NaN for the share among the points
     */
    static Curve of(List<Point> points, double baseRate) {
        List<Point> ranked = points.stream()
                .sorted(Comparator.comparingDouble(Point::score).reversed())
                .toList();
        int scams = (int) ranked.stream().filter(Point::scam).count();
        int honest = ranked.size() - scams;
        if (scams == 0 || honest == 0) {
            throw new IllegalArgumentException("a curve needs scams and honest postings");
        }
        double scamWeight = Double.isNaN(baseRate) ? 1 : baseRate / scams;
        double honestWeight = Double.isNaN(baseRate) ? 1 : (1 - baseRate) / honest;
        double precisionSum = 0;
        double recall1 = 0;
        double recall01 = 0;
        int found = 0;
        int alarms = 0;
        int i = 0;
        while (i < ranked.size()) {
            int tied = i;
            int foundHere = 0;
            while (tied < ranked.size()
                    && ranked.get(tied).score() == ranked.get(i).score()) {
                foundHere += ranked.get(tied).scam() ? 1 : 0;
                tied++;
            }
            found += foundHere;
            alarms += tied - i - foundHere;
            double precision = found * scamWeight / (found * scamWeight + alarms * honestWeight);
            precisionSum += foundHere * precision;
            double recall = (double) found / scams;
            recall1 = alarms <= 0.01 * honest ? recall : recall1;
            recall01 = alarms <= 0.001 * honest ? recall : recall01;
            i = tied;
        }
        return new Curve(precisionSum / scams, recall1, recall01, scams, honest);
    }
}
