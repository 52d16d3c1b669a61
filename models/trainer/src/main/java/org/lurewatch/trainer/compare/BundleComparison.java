package org.lurewatch.trainer.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.intake.labels.Label;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Assumptions;
import org.lurewatch.trainer.measure.Cut;
import org.lurewatch.trainer.measure.Everyday;
import org.lurewatch.trainer.measure.Figure;
import org.lurewatch.trainer.measure.Interval;
import org.lurewatch.trainer.measure.JudgedSample;
import org.lurewatch.trainer.measure.Meter;
import org.lurewatch.trainer.measure.Outcomes;
import org.lurewatch.trainer.measure.Slice;
import org.lurewatch.trainer.measure.UnseenFigure;
import org.lurewatch.trainer.measure.UnseenMeter;

/**
 * Two bundles on the same postings.
 *
 * @param terms what the figures are stated for
 * @param overall all postings under both
 * @param unseen the averages over sites and the lures of sources under both, which count most
 * @param pairs the slices of both, by cut: sites and sources, languages, files
 * @param everyday everyday adverts under both
 * @param changes postings whose verdict differs, by kind of change
 */
public record BundleComparison(
        Assumptions terms,
        Pair overall,
        Map<UnseenFigure, Difference> unseen,
        Map<Cut, List<Pair>> pairs,
        Pair everyday,
        SortedMap<Change, List<Sample>> changes) {

    /**
     * One slice under both bundles.
     *
     * @param differences by how much B's figures are larger than A's
     */
    record Pair(Slice a, Slice b, Map<Figure, Interval> differences) {
        String name() {
            return a.name();
        }

        Optional<Interval> difference(Figure figure) {
            return Optional.ofNullable(differences.get(figure));
        }
    }

    /**
     * One figure under both bundles.
     *
     * @param difference by how much B's is larger than A's
     * @param rows how many postings it is measured on
     */
    record Difference(double a, double b, Interval difference, int rows) {}

    /** Postings of one label that A and B judge differently, in this way. */
    record Change(Label label, Verdict from, Verdict to) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            int byLabel = label.compareTo(other.label);
            int byFrom = from.compareTo(other.from);
            return byLabel != 0 ? byLabel : byFrom != 0 ? byFrom : to.compareTo(other.to);
        }
    }

    /**
     * Compares.
     *
     * @param a outcomes with verdicts
     * @param b the same of the same samples in the same order
     */
    public static BundleComparison of(List<JudgedSample> a, List<JudgedSample> b, Assumptions terms) {
        Map<Cut, List<Pair>> pairs = new LinkedHashMap<>();
        for (Cut cut : List.of(Cut.SITE, Cut.LANGUAGE, Cut.FILE)) {
            SortedMap<String, List<JudgedSample>> others = slices(cut, b);
            List<Pair> slices = new ArrayList<>();
            slices(cut, a)
                    .forEach((name, outcomes) ->
                            slices.add(pair(name, outcomes, others.get(name), terms.statedAt(cut, name), terms)));
            pairs.put(cut, slices);
        }
        return new BundleComparison(
                terms,
                pair("all postings", a, b, Double.NaN, terms),
                unseen(a, b, terms),
                pairs,
                pair(Everyday.name(a), Everyday.of(a), Everyday.of(b), Double.NaN, terms),
                changes(a, b));
    }

    /** A file of one source is no site. */
    private static SortedMap<String, List<JudgedSample>> slices(Cut cut, List<JudgedSample> outcomes) {
        return cut.slices(
                cut == Cut.SITE
                        ? outcomes.stream()
                                .filter(outcome -> outcome.sample().isOfSite())
                                .toList()
                        : outcomes);
    }

    private static Map<UnseenFigure, Difference> unseen(List<JudgedSample> a, List<JudgedSample> b, Assumptions terms) {
        UnseenMeter meterA = new UnseenMeter(Outcomes.of(a));
        UnseenMeter meterB = new UnseenMeter(Outcomes.of(b));
        Map<UnseenFigure, Double> before = meterA.figures();
        Map<UnseenFigure, Double> after = meterB.figures();
        Map<UnseenFigure, Difference> unseen = new EnumMap<>(UnseenFigure.class);
        meterA.differences(meterB, terms.bootstrap())
                .forEach((figure, difference) -> unseen.put(
                        figure,
                        new Difference(before.get(figure), after.get(figure), difference, meterA.rows(figure))));
        return unseen;
    }

    private static Pair pair(
            String name, List<JudgedSample> a, List<JudgedSample> b, double statedAt, Assumptions terms) {
        Map<Figure, Interval> differences = new Meter(a, terms.baseRate(), statedAt)
                .differences(new Meter(b, terms.baseRate(), statedAt), terms.bootstrap());
        return new Pair(Slice.of(name, a, statedAt, terms), Slice.of(name, b, statedAt, terms), differences);
    }

    private static SortedMap<Change, List<Sample>> changes(List<JudgedSample> a, List<JudgedSample> b) {
        SortedMap<Change, List<Sample>> changes = new TreeMap<>();
        for (int i = 0; i < a.size(); i++) {
            Verdict from = a.get(i).verdict().orElseThrow();
            Verdict to = b.get(i).verdict().orElseThrow();
            if (from != to) {
                Sample sample = a.get(i).sample();
                changes.computeIfAbsent(new Change(sample.labelled().label(), from, to), change -> new ArrayList<>())
                        .add(sample);
            }
        }
        return changes;
    }
}
