package org.lurewatch.trainer.compare;

import java.util.ArrayList;
import java.util.EnumMap;
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
import org.lurewatch.trainer.measure.Slice;

/**
 * Two bundles on the same postings.
 *
 * @param terms what the figures are stated for
 * @param overall all postings under both
 * @param pairs the slices of both, by cut
 * @param everyday everyday adverts under both
 * @param changes postings whose verdict differs, by kind of change
 */
public record BundleComparison(
        Assumptions terms,
        Pair overall,
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
        Map<Cut, List<Pair>> pairs = new EnumMap<>(Cut.class);
        for (Cut cut : List.of(Cut.FILE, Cut.LANGUAGE)) {
            SortedMap<String, List<JudgedSample>> others = cut.slices(b);
            List<Pair> slices = new ArrayList<>();
            cut.slices(a)
                    .forEach((name, outcomes) ->
                            slices.add(pair(name, outcomes, others.get(name), terms.statedAt(cut, name), terms)));
            pairs.put(cut, slices);
        }
        return new BundleComparison(
                terms,
                pair("all postings", a, b, Double.NaN, terms),
                pairs,
                pair(Everyday.name(a), Everyday.of(a), Everyday.of(b), Double.NaN, terms),
                changes(a, b));
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
