package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Judged samples by site, source or language, each of which is to count alike. Those with few samples are one group, so
 * that a single posting never counts as a site.
 *
 * @param groups by name, in the order of the names; none is empty
 */
record Pooled(SortedMap<String, List<JudgedSample>> groups) {
    /** A group of fewer samples does not count by itself. */
    static final int FEWEST = 10;

    /** Name of the group that holds the small ones. */
    static final String SMALL = "(small)";

    static Pooled of(List<JudgedSample> outcomes, Function<JudgedSample, String> groupOf) {
        SortedMap<String, List<JudgedSample>> groups = new TreeMap<>();
        outcomes.forEach(outcome -> groups.computeIfAbsent(groupOf.apply(outcome), group -> new ArrayList<>())
                .add(outcome));
        List<JudgedSample> small = new ArrayList<>();
        groups.values().removeIf(group -> group.size() < FEWEST && small.addAll(group));
        if (!small.isEmpty()) {
            groups.put(SMALL, small);
        }
        return new Pooled(groups);
    }

    /** The share of the samples for which something holds, averaged over the groups; NaN where there are none. */
    double averaged(Predicate<JudgedSample> of) {
        return groups.values().stream()
                .mapToDouble(group -> share(group, of))
                .average()
                .orElse(Double.NaN);
    }

    /** The share of the samples for which something holds; NaN where there are none. */
    static double share(List<JudgedSample> outcomes, Predicate<JudgedSample> of) {
        return (double) outcomes.stream().filter(of).count() / outcomes.size();
    }

    /** The lowest score that no larger share of the samples lies over, each group counting alike; 0 where there are none. */
    double line(double rate) {
        record Weighed(double score, double weight) {}
        List<Weighed> falling = groups.values().stream()
                .flatMap(group ->
                        group.stream().map(outcome -> new Weighed(outcome.score(), 1.0 / group.size() / groups.size())))
                .sorted(Comparator.comparingDouble(Weighed::score)
                        .thenComparingDouble(Weighed::weight)
                        .reversed())
                .toList();
        double over = 0;
        for (Weighed outcome : falling) {
            over += outcome.weight();
            if (over > rate) {
                return outcome.score();
            }
        }
        return 0;
    }
}
