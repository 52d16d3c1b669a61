package org.lurewatch.trainer.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts over trials, before and after the change.
 *
 * @param postings changed ones
 * @param caught warned of or asked about before
 * @param caughtAfter the same after the change
 * @param warned called likely scams before
 * @param warnedAfter the same after the change
 * @param over over a line of scores before
 * @param overAfter the same after the change
 * @param moved whose verdict is another one
 */
record Tally(
        int postings, int caught, int caughtAfter, int warned, int warnedAfter, int over, int overAfter, int moved) {

    /** Counts trials; the line is a score that the strongest honest adverts reach. */
    static Tally of(List<Trial> trials, double line) {
        return new Tally(
                trials.size(),
                count(trials, trial -> trial.before().isCaught()),
                count(trials, trial -> trial.after().isCaught()),
                count(trials, trial -> trial.before().isWarned()),
                count(trials, trial -> trial.after().isWarned()),
                count(trials, trial -> trial.before().score() > line),
                count(trials, trial -> trial.after().score() > line),
                count(trials, Trial::isMoved));
    }

    /** The counts of each file. */
    static Map<String, Tally> byFile(List<Trial> trials, double line) {
        return trials.stream()
                .collect(Collectors.groupingBy(
                        trial -> trial.subject().file(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), rows -> of(rows, line))));
    }

    private static int count(List<Trial> trials, Predicate<Trial> which) {
        return (int) trials.stream().filter(which).count();
    }

    /** Share of the clean recall that is left, by verdicts; all of it where there was none. */
    double caughtKept() {
        return kept(caught, caughtAfter);
    }

    /** The same for likely scams alone. */
    double warnedKept() {
        return kept(warned, warnedAfter);
    }

    /** The same over the line of scores. */
    double overKept() {
        return kept(over, overAfter);
    }

    private static double kept(int before, int after) {
        return before == 0 ? 1 : (double) after / before;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("postings", postings);
        tree.put("caught", caught);
        tree.put("caughtAfter", caughtAfter);
        tree.put("warned", warned);
        tree.put("warnedAfter", warnedAfter);
        tree.put("overLine", over);
        tree.put("overLineAfter", overAfter);
        tree.put("moved", moved);
        return tree;
    }
}
