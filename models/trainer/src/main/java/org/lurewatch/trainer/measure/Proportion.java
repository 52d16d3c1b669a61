package org.lurewatch.trainer.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A share of cases, with the interval that drawing whole groups gives.
 *
 * @param hits how many of the cases
 * @param cases how many there are
 * @param interval the share; none where there are no cases
 */
public record Proportion(int hits, int cases, Optional<Interval> interval) {

    /** Counts cases; those of one group are one piece of evidence. */
    public static <T> Proportion of(List<T> cases, Function<T, String> groupOf, Predicate<T> hit, Bootstrap bootstrap) {
        Map<String, Integer> numbers = new HashMap<>();
        List<int[]> counts = new ArrayList<>();
        int hits = 0;
        for (T each : cases) {
            int group = numbers.computeIfAbsent(groupOf.apply(each), name -> numbers.size());
            if (group == counts.size()) {
                counts.add(new int[2]);
            }
            counts.get(group)[0]++;
            if (hit.test(each)) {
                counts.get(group)[1]++;
                hits++;
            }
        }
        Optional<Interval> interval = bootstrap
                .intervals(counts.size(), times -> new double[] {share(counts, times)})
                .get(0)
                .map(drawn -> drawn.ofShare(counts.size()));
        return new Proportion(hits, cases.size(), interval);
    }

    private static double share(List<int[]> counts, int[] times) {
        double cases = 0;
        double hits = 0;
        for (int group = 0; group < times.length; group++) {
            cases += times[group] * counts.get(group)[0];
            hits += times[group] * counts.get(group)[1];
        }
        return hits / cases;
    }

    /** The share in percent with its interval, or a dash. */
    public String words() {
        return interval.map(FigureTables::percent).orElse("–");
    }

    /** As JSON nests it, always with the same properties; null where there are no cases. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("hits", hits);
        tree.put("cases", cases);
        tree.put("estimate", interval.map(Interval::estimate).orElse(null));
        tree.put("low", interval.map(Interval::low).orElse(null));
        tree.put("high", interval.map(Interval::high).orElse(null));
        return tree;
    }
}
