package org.lurewatch.trainer.bench;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lurewatch.trainer.bench.subject.Seeds;
import org.lurewatch.trainer.bench.subject.Subject;

/** Draws postings for a bench: the same ones for the same seed, from each file at most so many. */
final class Drawing {
    private final List<Subject> subjects;
    private final long seed;

    Drawing(List<Subject> subjects, long seed) {
        this.subjects = List.copyOf(subjects);
        this.seed = seed;
    }

    /** At most so many of each file. */
    List<Subject> draw(Predicate<Subject> which, int mostOfAFile) {
        return subjects.stream()
                .filter(which)
                .collect(Collectors.groupingBy(Subject::file, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(rows -> rows.stream()
                        .sorted(Comparator.comparingLong(subject ->
                                Seeds.of(seed, subject.posting(), "drawing").nextLong()))
                        .limit(mostOfAFile))
                .toList();
    }
}
