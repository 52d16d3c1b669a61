package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.trainer.measure.Ranking.Point;

/** Computes the figures of judged samples, with each group counted as often as asked. */
public final class Meter {
    private final List<JudgedSample> outcomes;
    private final int[] groupOf;
    private final int groups;
    private final double statedAt;
    private final Ranking ranking;
    private final Optional<CalibrationFigures> calibration;

    /**
     * A meter.
     *
     * @param outcomes all with verdicts, or none
     * @param baseRate share of scams that scores with verdicts are stated for
     * @param statedAt share of scams that the precision is stated for, or NaN for the outcomes' own
     */
    public Meter(List<JudgedSample> outcomes, double baseRate, double statedAt) {
        this.outcomes = List.copyOf(outcomes);
        Map<String, Integer> numbers = new HashMap<>();
        this.groupOf = outcomes.stream()
                .mapToInt(outcome -> numbers.computeIfAbsent(outcome.group(), group -> numbers.size()))
                .toArray();
        this.groups = numbers.size();
        this.statedAt = statedAt;
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < groupOf.length; i++) {
            if (outcomes.get(i).isOffer()) {
                points.add(new Point(outcomes.get(i).score(), outcomes.get(i).isScam(), groupOf[i]));
            }
        }
        this.ranking = new Ranking(points, groups);
        boolean judged = outcomes.stream().allMatch(outcome -> outcome.verdict().isPresent());
        this.calibration = judged ? Optional.of(new CalibrationFigures(ranking, baseRate)) : Optional.empty();
    }

    /** How many groups there are. */
    int groups() {
        return groups;
    }

    Ranking ranking() {
        return ranking;
    }

    /** How far scores are from the truth; none for a mere ranking. */
    Optional<CalibrationFigures> calibration() {
        return calibration;
    }

    /** The figures that can be computed, with their intervals. */
    Map<Figure, Interval> intervals(Bootstrap bootstrap) {
        Map<Figure, Interval> intervals = byFigure(bootstrap.intervals(groups, this::figures));
        intervals.replaceAll(
                (figure, interval) -> figure.endsAtOne() ? interval.ofShare(groupsBehind(figure)) : interval);
        return intervals;
    }

    /** How many independent groups a figure rests on: for a ranking, groups of whatever there is less of. */
    int groupsBehind(Figure figure) {
        return figure.isShare()
                ? groupsWith(measuredBy(figure))
                : Math.min(groupsWith(JudgedSample::isScam), groupsWith(JudgedSample::isHonest));
    }

    /**
     * How much larger the figures of another meter are, with intervals of the differences.
     *
     * @param other of the same samples in the same order
     */
    public Map<Figure, Interval> differences(Meter other, Bootstrap bootstrap) {
        if (!Arrays.equals(groupOf, other.groupOf)) {
            throw new IllegalArgumentException("only outcomes of the same samples can be paired");
        }
        return byFigure(bootstrap.intervals(groups, times -> {
            double[] mine = figures(times);
            double[] others = other.figures(times);
            return IntStream.range(0, mine.length)
                    .mapToDouble(i -> others[i] - mine[i])
                    .toArray();
        }));
    }

    private static Map<Figure, Interval> byFigure(List<Optional<Interval>> intervals) {
        Map<Figure, Interval> known = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            intervals.get(figure.ordinal()).ifPresent(interval -> known.put(figure, interval));
        }
        return known;
    }

    /** By ordinal of the figure; NaN for what cannot be computed. */
    private double[] figures(int[] times) {
        double[] figures = new double[Figure.values().length];
        Arrays.fill(figures, Double.NaN);
        int scams = count(times, JudgedSample::isScam);
        int honest = count(times, outcome -> outcome.sample().isLegitimate());
        if (scams > 0 && honest > 0) {
            Curve curve = ranking.curve(times, statedAt);
            figures[Figure.AVERAGE_PRECISION.ordinal()] = curve.averagePrecision();
            figures[Figure.RECALL_AT_1_PERCENT.ordinal()] = curve.recallAt1Percent();
            figures[Figure.RECALL_AT_01_PERCENT.ordinal()] = curve.recallAt01Percent();
        }
        calibration.ifPresent(scores -> {
            for (Figure figure : Figure.values()) {
                if (figure.isShare()) {
                    figures[figure.ordinal()] = share(figure, times);
                }
            }
            if (scams > 0 && honest > 0) {
                figures[Figure.CALIBRATION_ERROR.ordinal()] = scores.error(times);
                figures[Figure.BRIER.ordinal()] = scores.brier(times);
            }
        });
        return figures;
    }

    private double share(Figure figure, int[] times) {
        Predicate<JudgedSample> among = measuredBy(figure);
        Verdict verdict =
                figure == Figure.SCAMS_ASKED || figure == Figure.HONEST_ASKED ? Verdict.UNSURE : Verdict.LIKELY_SCAM;
        return (double) count(times, among.and(outcome -> outcome.has(verdict))) / count(times, among);
    }

    private static Predicate<JudgedSample> measuredBy(Figure figure) {
        return switch (figure) {
            case SCAMS_WARNED, SCAMS_ASKED -> JudgedSample::isScam;
            case HONEST_WARNED, HONEST_ASKED -> outcome -> outcome.sample().isLegitimate();
            case ABOUT_WARNED -> outcome -> outcome.sample().isAboutScams();
            default -> throw new IllegalArgumentException(figure + " is no share");
        };
    }

    private int count(int[] times, Predicate<JudgedSample> of) {
        int count = 0;
        for (int i = 0; i < groupOf.length; i++) {
            if (of.test(outcomes.get(i))) {
                count += times[groupOf[i]];
            }
        }
        return count;
    }

    private int groupsWith(Predicate<JudgedSample> any) {
        return (int) IntStream.range(0, groupOf.length)
                .filter(i -> any.test(outcomes.get(i)))
                .map(i -> groupOf[i])
                .distinct()
                .count();
    }
}
