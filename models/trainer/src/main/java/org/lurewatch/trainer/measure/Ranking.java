package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Scams and honest postings by falling score, to be measured as they are or with some groups counted more often. */
public final class Ranking {
    private final List<Point> points;
    private final int groups;

    /**
     * One posting's score and truth.
     *
     * @param group number of its group, from 0
     */
    public record Point(double score, boolean scam, int group) {}

    /**
     * How many postings lie at or above a score.
     *
     * @param found how many of the scams
     * @param alarms how many of the honest postings
     */
    record Step(double score, int found, int alarms) {}

    /**
     * A ranking.
     *
     * @param points in any order
     * @param groups how many groups there are
     */
    public Ranking(List<Point> points, int groups) {
        this.points = points.stream()
                .sorted(Comparator.comparingDouble(Point::score).reversed())
                .toList();
        this.groups = groups;
    }

    /** By falling score; equal scores keep the order in which they were given. */
    List<Point> points() {
        return points;
    }

    /** Every group counted once. */
    int[] once() {
        int[] times = new int[groups];
        Arrays.fill(times, 1);
        return times;
    }

    /** One step for each distinct score, from the highest; the last has found all scams and alarmed for all others. */
    List<Step> steps(int[] times) {
        List<Step> steps = new ArrayList<>();
        int found = 0;
        int alarms = 0;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.scam()) {
                found += times[point.group()];
            } else {
                alarms += times[point.group()];
            }
            boolean tied = i + 1 < points.size()
                    && points.get(i + 1).score() == points.get(i).score();
            if (!tied) {
                steps.add(new Step(point.score(), found, alarms));
            }
        }
        return steps;
    }

    /**
     * Measures the order.
     *
     * @param times how often each group counts
     * @param baseRate share of scams that the precision is stated for, or NaN for the share among the points
     * @throws IllegalArgumentException where no scam or no honest posting counts
     */
    public Curve curve(int[] times, double baseRate) {
        List<Step> steps = steps(times);
        Step last = steps.isEmpty() ? new Step(0, 0, 0) : steps.get(steps.size() - 1);
        int scams = last.found();
        int honest = last.alarms();
        if (scams == 0 || honest == 0) {
            throw new IllegalArgumentException("a curve needs scams and honest postings");
        }
        double scamWeight = Double.isNaN(baseRate) ? 1 : baseRate / scams;
        double honestWeight = Double.isNaN(baseRate) ? 1 : (1 - baseRate) / honest;
        double precisionSum = 0;
        double recall1 = 0;
        double recall01 = 0;
        int foundBefore = 0;
        for (Step step : steps) {
            int foundHere = step.found() - foundBefore;
            if (foundHere > 0) {
                double precision =
                        step.found() * scamWeight / (step.found() * scamWeight + step.alarms() * honestWeight);
                precisionSum += foundHere * precision;
            }
            double recall = (double) step.found() / scams;
            recall1 = step.alarms() <= 0.01 * honest ? recall : recall1;
            recall01 = step.alarms() <= 0.001 * honest ? recall : recall01;
            foundBefore = step.found();
        }
        return new Curve(precisionSum / scams, recall1, recall01, scams, honest);
    }
}
