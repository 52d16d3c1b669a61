package org.lurewatch.trainer.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a group of judged samples.
 *
 * @param name the file, language or source
 * @param scams how many scams
 * @param honest how many honest postings
 * @param aboutScams how many texts about scams
 * @param groups how many groups, which is how much independent evidence there is
 * @param statedAt share of scams that the average precision is stated for
 * @param figures those that can be computed
 * @param groupsBehind how many independent groups each of these rests on
 */
public record Slice(
        String name,
        int scams,
        int honest,
        int aboutScams,
        int groups,
        double statedAt,
        Map<Figure, Interval> figures,
        Map<Figure, Integer> groupsBehind) {

    /** Measures outcomes. */
    public static Slice of(String name, List<JudgedSample> outcomes, double statedAt, Assumptions terms) {
        int scams = (int) outcomes.stream().filter(JudgedSample::isScam).count();
        int honest =
                (int) outcomes.stream().filter(o -> o.sample().isLegitimate()).count();
        int about =
                (int) outcomes.stream().filter(o -> o.sample().isAboutScams()).count();
        Meter meter = new Meter(outcomes, terms.baseRate(), statedAt);
        Map<Figure, Interval> figures = meter.intervals(terms.bootstrap());
        Map<Figure, Integer> groupsBehind = new EnumMap<>(Figure.class);
        figures.keySet().forEach(figure -> groupsBehind.put(figure, meter.groupsBehind(figure)));
        double own = (double) scams / (scams + honest);
        return new Slice(
                name,
                scams,
                honest,
                about,
                meter.groups(),
                Double.isNaN(statedAt) ? own : statedAt,
                figures,
                groupsBehind);
    }

    /** Whether scores can be ranked: it takes scams and honest postings. */
    boolean isRanked() {
        return scams > 0 && honest > 0;
    }

    /** Whether a figure that can be computed rests on so few groups that it tells nothing. */
    public boolean hasTooFewFor(Figure figure) {
        return groupsBehind.get(figure) < Interval.FEWEST_GROUPS;
    }

    /** A figure; empty where the slice does not allow it. */
    public Optional<Interval> figure(Figure figure) {
        return Optional.ofNullable(figures.get(figure));
    }
}
