package org.lurewatch.trainer.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lurewatch.trainer.measure.Bootstrap;
import org.lurewatch.trainer.measure.Proportion;

/**
 * What became of verdicts by a change of postings. Kept is the share of those that were suspicious before that still are,
 * so that it never exceeds one; a posting that becomes suspicious only by the change does not make up for a lost one.
 * See RATIONALE.md, "Kept warnings are those that were there".
 *
 * @param postings on which the change was possible
 * @param changed those that it changed
 * @param caught warned of or asked about before
 * @param caughtAfter the same after the change, whatever was decided before
 * @param caughtKept of those warned of or asked about, those that still are
 * @param warnedKept of those warned of, those that still are
 * @param overKept of those over a line of scores, those that still are
 * @param moved of all, those whose verdict is another one
 */
record Tally(
        int postings,
        int changed,
        int caught,
        int caughtAfter,
        Proportion caughtKept,
        Proportion warnedKept,
        Proportion overKept,
        Proportion moved) {

    /** Counts trials; the line is a score that the strongest honest adverts reach. */
    static Tally of(List<Trial> trials, double line, Bootstrap bootstrap) {
        return new Tally(
                trials.size(),
                count(trials, Trial::isChanged),
                count(trials, trial -> trial.before().isCaught()),
                count(trials, trial -> trial.after().isCaught()),
                kept(trials, BenchVerdict::isCaught, bootstrap),
                kept(trials, BenchVerdict::isWarned, bootstrap),
                kept(trials, verdict -> verdict.score() > line, bootstrap),
                Proportion.of(trials, Trial::group, Trial::isMoved, bootstrap));
    }

    private static Proportion kept(List<Trial> trials, Predicate<BenchVerdict> which, Bootstrap bootstrap) {
        List<Trial> before =
                trials.stream().filter(trial -> which.test(trial.before())).toList();
        return Proportion.of(before, Trial::group, trial -> which.test(trial.after()), bootstrap);
    }

    private static int count(List<Trial> trials, Predicate<Trial> which) {
        return (int) trials.stream().filter(which).count();
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("postings", postings);
        tree.put("changed", changed);
        tree.put("caught", caught);
        tree.put("caughtAfter", caughtAfter);
        tree.put("caughtKept", caughtKept.tree());
        tree.put("warnedKept", warnedKept.tree());
        tree.put("overLineKept", overKept.tree());
        tree.put("moved", moved.tree());
        return tree;
    }
}
