package org.lurewatch.trainer.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.trainer.compare.Comparison.Pair;
import org.lurewatch.trainer.measure.Cut;
import org.lurewatch.trainer.measure.Figure;
import org.lurewatch.trainer.measure.Interval;
import org.lurewatch.trainer.measure.Slice;
import org.lurewatch.trainer.measure.Tables;

/**
 * Whether B may take A's place. It may not where a language got worse, which is said only where the whole interval of a
 * difference says so, or where it warns of too many everyday adverts. {@link CompareCommand} tells people the rules.
 * See RATIONALE.md, "A language that got worse stops a promotion".
 *
 * @param objections why not; none where it may
 */
public record Promotion(List<String> objections) {
    /** Share of everyday adverts that may be warned of. */
    public static final double FALSE_ALARM_GATE = 0.0005;

    /** Fewer of a kind in a language are told, but not judged. */
    public static final int FEWEST_JUDGED = 10;

    private static final Set<Figure> OF_SCAMS = Set.of(Figure.AVERAGE_PRECISION, Figure.SCAMS_WARNED);
    private static final Set<Figure> OF_HONEST = Set.of(Figure.AVERAGE_PRECISION, Figure.HONEST_WARNED);

    public Promotion {
        objections = List.copyOf(objections);
    }

    /** Judges a comparison. */
    static Promotion of(Comparison comparison) {
        List<String> objections = new ArrayList<>();
        for (Pair language : comparison.pairs().get(Cut.LANGUAGE)) {
            for (Figure figure : List.of(Figure.AVERAGE_PRECISION, Figure.SCAMS_WARNED, Figure.HONEST_WARNED)) {
                language.difference(figure)
                        .filter(difference -> isJudged(figure, language.a()) && isWorse(figure, difference))
                        .ifPresent(difference -> objections.add("language " + language.name() + ": " + figure.words()
                                + " got worse, B minus A is " + Tables.decimals(difference)));
            }
        }
        falseAlarms(comparison.everyday()).ifPresent(objections::add);
        return new Promotion(objections);
    }

    boolean isRefused() {
        return !objections.isEmpty();
    }

    private static boolean isJudged(Figure figure, Slice slice) {
        return (!OF_SCAMS.contains(figure) || slice.scams() >= FEWEST_JUDGED)
                && (!OF_HONEST.contains(figure) || slice.honest() >= FEWEST_JUDGED);
    }

    private static boolean isWorse(Figure figure, Interval difference) {
        return figure == Figure.HONEST_WARNED ? difference.isOverZero() : difference.isUnderZero();
    }

    private static Optional<String> falseAlarms(Pair everyday) {
        Optional<Interval> a = everyday.a().figure(Figure.HONEST_WARNED);
        Optional<Interval> b = everyday.b().figure(Figure.HONEST_WARNED);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.of("false-alarm gate: there is no honest posting to judge it by");
        }
        double before = a.get().estimate();
        double after = b.get().estimate();
        return after > FALSE_ALARM_GATE && after > before
                ? Optional.of("false-alarm gate: B warns of " + Tables.percent(after) + " of everyday adverts, A of "
                        + Tables.percent(before) + ", and more than " + Tables.percent(FALSE_ALARM_GATE)
                        + " is too much")
                : Optional.empty();
    }
}
