package org.lurewatch.trainer.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Cut;

/** The slices of labelled postings that are left out one by one: each language or source, the small ones together. */
final class LeftOutSlices {
    /** A slice with fewer scams or fewer honest postings, though it has some, teaches nothing by itself. */
    private static final int FEWEST = 20;

    private static final String SMALL = "the small ones";

    private final List<Sample> samples;
    private final Cut cut;
    private final List<String> small;

    LeftOutSlices(List<Sample> samples, Cut cut) {
        this.samples = samples;
        this.cut = cut;
        this.small =
                samples.stream()
                        .collect(Collectors.groupingBy(cut::nameOf, TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .filter(slice -> isSmall(slice.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Names of the slices that are left out together because each is small, in their order. */
    List<String> small() {
        return small;
    }

    SortedSet<String> names() {
        return samples.stream().map(this::nameOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The slice with which a sample is left out. */
    String nameOf(Sample sample) {
        String name = cut.nameOf(sample);
        return small.contains(name) ? SMALL : name;
    }

    /** Groups of which a posting lies in this slice: none of their postings may be learnt from. */
    Set<String> groups(String name) {
        return samples.stream()
                .filter(sample -> nameOf(sample).equals(name))
                .map(sample -> sample.labelled().group())
                .collect(Collectors.toSet());
    }

    /** What keeps these slices from being left out, one sentence for each; empty where nothing does. */
    List<String> problems() {
        return names().stream()
                .filter(this::leavesNothing)
                .map(name -> "of each " + cut.code() + ", without " + name + " nothing is left to learn scams from")
                .toList();
    }

    private boolean leavesNothing(String name) {
        Set<String> groups = groups(name);
        return samples.stream()
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
