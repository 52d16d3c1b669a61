package org.lurewatch.trainer.measure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One way of judging postings, measured.
 *
 * @param name what was judged by whom
 * @param outcomes what it rests on
 * @param slices the figures of each slice, in the order of their names
 * @param everyday the figures of everyday adverts; none where nothing was judged at a line
 * @param days what a day brings, by file
 * @param reaches how many postings of each file lie over the highest scores of everyday adverts
 */
public record View(
        String name,
        List<JudgedSample> outcomes,
        Map<Cut, List<Slice>> slices,
        Optional<Slice> everyday,
        List<Day> days,
        List<Everyday.Reach> reaches) {

    /** Measures outcomes by the cuts asked for. */
    public static View of(String name, List<JudgedSample> outcomes, Set<Cut> cuts, Assumptions terms) {
        Map<Cut, List<Slice>> slices = new EnumMap<>(Cut.class);
        cuts.forEach(cut -> slices.put(cut, slices(outcomes, cut, terms)));
        List<Slice> files = slices.getOrDefault(Cut.FILE, List.of());
        Optional<Slice> everyday = everyday(outcomes, terms);
        return new View(
                name,
                List.copyOf(outcomes),
                slices,
                everyday,
                everyday.map(adverts -> Day.of(files, adverts, terms)).orElse(List.of()),
                files.isEmpty() ? List.of() : Everyday.reaches(outcomes));
    }

    private static List<Slice> slices(List<JudgedSample> outcomes, Cut cut, Assumptions terms) {
        return cut.slices(outcomes).entrySet().stream()
                .map(slice -> Slice.of(slice.getKey(), slice.getValue(), terms.statedAt(cut, slice.getKey()), terms))
                .toList();
    }

    private static Optional<Slice> everyday(List<JudgedSample> outcomes, Assumptions terms) {
        boolean judged = outcomes.stream().allMatch(outcome -> outcome.verdict().isPresent());
        List<JudgedSample> everyday = Everyday.of(outcomes);
        return judged && !everyday.isEmpty()
                ? Optional.of(Slice.of(Everyday.name(outcomes), everyday, Double.NaN, terms))
                : Optional.empty();
    }
}
