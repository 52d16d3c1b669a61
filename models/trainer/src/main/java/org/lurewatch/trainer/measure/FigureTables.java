package org.lurewatch.trainer.measure;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.lurewatch.intake.labels.Label;

/** Puts the figures of a view into tables. */
public final class FigureTables {
    private static final Set<Figure> ORDER = EnumSet.of(
            Figure.AVERAGE_PRECISION,
            Figure.RECALL_AT_1_PERCENT,
            Figure.RECALL_AT_01_PERCENT,
            Figure.CALIBRATION_ERROR,
            Figure.BRIER);
    private static final Set<Figure> VERDICTS = EnumSet.of(
            Figure.SCAMS_WARNED, Figure.SCAMS_ASKED, Figure.HONEST_WARNED, Figure.HONEST_ASKED, Figure.ABOUT_WARNED);
    private static final String UNKNOWN = "–";

    private FigureTables() {}

    /** All of a view's tables; those that would be empty are left out. */
    static List<FigureTable> of(View view, Assumptions terms) {
        List<FigureTable> tables = new ArrayList<>();
        view.slices().forEach((cut, slices) -> {
            tables.add(order(cut, slices));
            if (view.everyday().isPresent()) {
                List<Slice> rows = new ArrayList<>(slices);
                view.everyday().filter(everyday -> slices.size() > 1).ifPresent(rows::add);
                tables.add(verdicts(cut, rows));
            }
        });
        view.everyday().ifPresent(everyday -> tables.add(days(view.days(), everyday.name(), terms)));
        tables.add(reaches(view.reaches()));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private static FigureTable order(Cut cut, List<Slice> slices) {
        List<Slice> ranked = slices.stream().filter(Slice::isRanked).toList();
        Set<Figure> known = known(ORDER, ranked);
        List<String> header = new ArrayList<>(List.of(cut.code(), "scams", "honest", "groups", "stated at"));
        known.forEach(figure -> header.add(figure.words()));
        return new FigureTable(
                "By " + cut.code() + ": scams before honest postings",
                header,
                rows(
                        ranked,
                        known,
                        slice -> List.of(
                                slice.name(),
                                "" + slice.scams(),
                                "" + slice.honest(),
                                "" + slice.groups(),
                                percent(slice.statedAt()))));
    }

    private static FigureTable verdicts(Cut cut, List<Slice> slices) {
        Set<Figure> known = known(VERDICTS, slices);
        List<String> header = new ArrayList<>(List.of(cut.code(), "scams", "honest", "texts about scams"));
        known.forEach(figure -> header.add(figure.words()));
        return new FigureTable(
                "By " + cut.code() + ": verdicts",
                header,
                rows(
                        slices,
                        known,
                        slice -> List.of(
                                slice.name(), "" + slice.scams(), "" + slice.honest(), "" + slice.aboutScams())));
    }

    private static Set<Figure> known(Set<Figure> figures, List<Slice> slices) {
        Set<Figure> known = EnumSet.copyOf(figures);
        known.removeIf(
                figure -> slices.stream().allMatch(slice -> slice.figure(figure).isEmpty()));
        return known;
    }

    private static List<List<String>> rows(
            List<Slice> slices, Set<Figure> figures, Function<Slice, List<String>> firstCells) {
        return slices.stream()
                .map(slice -> {
                    List<String> row = new ArrayList<>(firstCells.apply(slice));
                    figures.forEach(figure -> row.add(cell(slice, figure)));
                    return row;
                })
                .toList();
    }

    /** A share of few has a wide interval, which says enough; no such interval is known for the other figures. */
    private static String cell(Slice slice, Figure figure) {
        return slice.figure(figure)
                .map(interval -> figure.isShare()
                        ? percent(interval)
                        : slice.hasTooFewFor(figure) ? tooFew(slice, figure) : decimals(interval))
                .orElse(UNKNOWN);
    }

    /** In place of a figure that rests on too few groups. */
    public static String tooFew(Slice slice, Figure figure) {
        return "too few (n = " + slice.groupsBehind().get(figure) + ")";
    }

    private static FigureTable days(List<Day> days, String among, Assumptions terms) {
        return new FigureTable(
                String.format(
                        Locale.ROOT,
                        "A day of %,.0f postings, %s of them scams, among %s, %s minutes a warning",
                        terms.volume(),
                        percent(terms.baseRate()),
                        among,
                        number(terms.minutesAReview())),
                List.of("scams like", "warnings", "precision", "scams warned of", "scams missed", "reviewer hours"),
                days.stream()
                        .map(day -> List.of(
                                day.file(),
                                range(day, Workload::warnings),
                                String.format(
                                        Locale.ROOT,
                                        "%.3f (%.3f to %.3f)",
                                        day.expected().precision(),
                                        day.atWorst().precision(),
                                        day.atBest().precision()),
                                number(day.expected().scamsWarned()),
                                number(day.expected().scamsMissed()),
                                range(day, Workload::reviewHours)))
                        .toList());
    }

    private static String range(Day day, Function<Workload, Double> of) {
        return number(of.apply(day.expected())) + " (" + number(of.apply(day.atBest())) + " to "
                + number(of.apply(day.atWorst())) + ")";
    }

    private static FigureTable reaches(List<Everyday.Reach> reaches) {
        List<List<String>> rows = new ArrayList<>();
        for (Everyday.Reach reach : reaches) {
            reach.over()
                    .forEach((file, over) ->
                            rows.add(List.of(percent(reach.rate()) + " of " + reach.everyday(), file, words(over))));
        }
        return new FigureTable(
                "Over the score that few everyday adverts reach", List.of("reached by", "file", "over"), rows);
    }

    private static String words(Map<Label, Everyday.Over> over) {
        return over.entrySet().stream()
                .map(label -> label.getKey().code() + " " + label.getValue().count() + "/"
                        + label.getValue().all())
                .collect(joining(", "));
    }

    /** With three digits, and the ends of the interval in brackets. */
    public static String decimals(Interval interval) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", interval.estimate(), interval.low(), interval.high());
    }

    /** As a percentage, and the ends of the interval in brackets. */
    public static String percent(Interval interval) {
        return percent(interval.estimate()) + " (" + number(100 * interval.low()) + " to "
                + number(100 * interval.high()) + ")";
    }

    /** As a percentage. */
    public static String percent(double share) {
        return number(100 * share) + " %";
    }

    /** Three significant digits, or the whole number from 100. */
    static String number(double value) {
        double size = Math.abs(value);
        String pattern = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 || size == 0 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
