package org.lurewatch.trainer.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Cut;

/** The slices of labelled postings that are left out one by one: each language or source, the small ones together. */
public final class LeftOutSlices {
    /** A slice with fewer scams or fewer honest postings, though it has some, teaches nothing by itself. */
    private static final int FEWEST = 20;

    private static final String SMALL = "the small ones";

    private final Cut cut;
    private final List<String> small;
    private final SortedMap<String, List<Sample>> slices = new TreeMap<>();

    public LeftOutSlices(List<Sample> samples, Cut cut) {
        this.cut = cut;
        SortedMap<String, List<Sample>> each =
                samples.stream().collect(Collectors.groupingBy(cut::nameOf, TreeMap::new, Collectors.toList()));
        this.small = each.entrySet().stream()
                .filter(slice -> isSmall(slice.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        each.forEach((name, slice) -> slices.computeIfAbsent(leftOutAs(name), leftOut -> new ArrayList<>())
                .addAll(slice));
    }

    /** What the slices are cut by. */
    Cut cut() {
        return cut;
    }

    /** Names of the slices that are left out together because each is small, in their order. */
    List<String> small() {
        return small;
    }

    Set<String> names() {
        return slices.keySet();
    }

    /** The slice with which a sample is left out. */
    String nameOf(Sample sample) {
        return leftOutAs(cut.nameOf(sample));
    }

    private String leftOutAs(String name) {
        return small.contains(name) ? SMALL : name;
    }

    /** Groups of which a posting lies in this slice: none of their postings may be learnt from. */
    Set<String> groups(String name) {
        return slices.get(name).stream()
                .map(sample -> sample.labelled().group())
                .collect(Collectors.toSet());
    }

    /** Why slices cannot be left out, one sentence for each; empty if all can. */
    public List<String> problems() {
        return names().stream()
                .filter(this::leavesNothing)
                .map(name -> "of each " + cut.code() + ", without " + name + " nothing is left to learn scams from")
                .toList();
    }

    private boolean leavesNothing(String name) {
        Set<String> groups = groups(name);
        return slices.values().stream()
                        .flatMap(List::stream)
                        .filter(sample -> !groups.contains(sample.labelled().group()))
                        .map(Sample::isScam)
                        .distinct()
                        .count()
                < 2;
    }

    private static boolean isSmall(Collection<Sample> slice) {
        long scams = slice.stream().filter(Sample::isScam).count();
        long honest = slice.stream().filter(Sample::isLegitimate).count();
        return scams + honest < FEWEST || isFew(scams) || isFew(honest);
    }

    private static boolean isFew(long count) {
        return count > 0 && count < FEWEST;
    }
}
