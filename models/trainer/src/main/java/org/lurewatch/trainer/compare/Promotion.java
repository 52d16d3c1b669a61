package org.lurewatch.trainer.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.trainer.compare.BundleComparison.Difference;
import org.lurewatch.trainer.compare.BundleComparison.Pair;
import org.lurewatch.trainer.measure.Figure;
import org.lurewatch.trainer.measure.FigureTables;
import org.lurewatch.trainer.measure.Interval;
import org.lurewatch.trainer.measure.Slice;
import org.lurewatch.trainer.measure.UnseenFigure;

/**
 * Whether B may take A's place. It may not where a protected figure got worse: on an average site or for the lures of
 * sources, overall, at a site, in a language or in a file; nor where it warns of too many adverts of an average site. A
 * figure got worse where the whole interval of its difference says so. The help of {@code compare} states the rules.
 * See RATIONALE.md, "A language or a site that got worse stops a promotion".
 *
 * @param objections why not; none where it may
 */
public record Promotion(List<String> objections) {
    /** Share of the honest adverts of an average site that may be warned of, which training aims at, too. */
    public static final double FALSE_ALARM_GATE = 0.003;

    /** Slices with fewer scams, or honest postings, are shown but not judged by figures that are measured on these. */
    public static final int FEWEST_JUDGED = 10;

    private static final Set<Figure> WORSE_BELOW_ZERO = EnumSet.of(
            Figure.AVERAGE_PRECISION, Figure.RECALL_AT_1_PERCENT, Figure.RECALL_AT_01_PERCENT, Figure.SCAMS_WARNED);
    private static final Set<Figure> WORSE_ABOVE_ZERO = EnumSet.of(Figure.HONEST_WARNED);
    private static final Set<Figure> MEASURED_ON_SCAMS_ALONE = EnumSet.of(Figure.SCAMS_WARNED);
    private static final Set<Figure> MEASURED_ON_HONEST_ALONE = EnumSet.of(Figure.HONEST_WARNED);

    public Promotion {
        objections = List.copyOf(objections);
    }

    /** Judges a comparison. */
    public static Promotion of(BundleComparison comparison) {
        List<String> objections = new ArrayList<>(worse(comparison));
        falseAlarms(comparison.unseen()).ifPresent(objections::add);
        return new Promotion(objections);
    }

    /** What got worse; none if nothing did. How many false alarms there may be at all is not asked. */
    public static List<String> worse(BundleComparison comparison) {
        List<String> objections = new ArrayList<>(worseUnseen(comparison.unseen()));
        objections.addAll(worseFigures("overall", comparison.overall()));
        comparison
                .pairs()
                .forEach((cut, slices) -> slices.forEach(
                        slice -> objections.addAll(worseFigures(cut.code() + " " + slice.name(), slice))));
        return objections;
    }

    public boolean isRefused() {
        return !objections.isEmpty();
    }

    private static List<String> worseUnseen(Map<UnseenFigure, Difference> unseen) {
        List<String> objections = new ArrayList<>();
        unseen.forEach((figure, values) -> {
            Interval difference = values.difference();
            boolean worse = figure.isBetterIfLarger() ? difference.isUnderZero() : difference.isOverZero();
            if (worse && values.rows() >= FEWEST_JUDGED && figure != UnseenFigure.HONEST_ASKED) {
                objections.add(figure.words() + " got worse, B minus A is " + FigureTables.decimals(difference));
            }
        });
        return objections;
    }

    private static List<String> worseFigures(String where, Pair pair) {
        List<String> objections = new ArrayList<>();
        pair.differences().forEach((figure, difference) -> {
            if (isJudged(figure, pair.a()) && isWorse(figure, difference)) {
                objections.add(where + ": " + figure.words() + " got worse, B minus A is "
                        + FigureTables.decimals(difference));
            }
        });
        return objections;
    }

    private static boolean isJudged(Figure figure, Slice slice) {
        boolean enoughScams = slice.scams() >= FEWEST_JUDGED || MEASURED_ON_HONEST_ALONE.contains(figure);
        boolean enoughHonest = slice.honest() >= FEWEST_JUDGED || MEASURED_ON_SCAMS_ALONE.contains(figure);
        return enoughScams && enoughHonest;
    }

    private static boolean isWorse(Figure figure, Interval difference) {
        return WORSE_BELOW_ZERO.contains(figure) && difference.isUnderZero()
                || WORSE_ABOVE_ZERO.contains(figure) && difference.isOverZero();
    }

    private static Optional<String> falseAlarms(Map<UnseenFigure, Difference> unseen) {
        Difference warned = unseen.get(UnseenFigure.HONEST_WARNED);
        if (warned == null) {
            return Optional.of("false-alarm gate: there is no honest posting to judge it by");
        }
        return warned.b() > FALSE_ALARM_GATE && warned.b() > warned.a()
                ? Optional.of("false-alarm gate: B warns of " + FigureTables.percent(warned.b())
                        + " of the honest adverts of an average site, A of " + FigureTables.percent(warned.a())
                        + ", and more than " + FigureTables.percent(FALSE_ALARM_GATE) + " is too much")
                : Optional.empty();
    }
}
