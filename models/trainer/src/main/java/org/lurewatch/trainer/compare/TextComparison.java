package org.lurewatch.trainer.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.trainer.compare.BundleComparison.Pair;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.measure.Cut;
import org.lurewatch.trainer.measure.Figure;
import org.lurewatch.trainer.measure.FigureTable;
import org.lurewatch.trainer.measure.FigureTables;
import org.lurewatch.trainer.measure.Slice;
import org.lurewatch.trainer.measure.TextScorecard;

/** A comparison as Markdown. */
public final class TextComparison {
    private static final List<Figure> FIGURES = List.of(
            Figure.AVERAGE_PRECISION,
            Figure.RECALL_AT_1_PERCENT,
            Figure.RECALL_AT_01_PERCENT,
            Figure.SCAMS_WARNED,
            Figure.HONEST_WARNED,
            Figure.ABOUT_WARNED,
            Figure.CALIBRATION_ERROR);
    private static final int MOST_POSTINGS_SHOWN = 20;

    private TextComparison() {}

    public static List<String> lines(BundleComparison comparison, Promotion promotion) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "B minus A with 95 %% intervals from %d draws of whole groups, the same draws for both.",
                comparison.terms().bootstrap().resamples()));
        lines.add("Figures of postings that a bundle was trained on are too good, and so is what is said below.");
        lines.add("");
        lines.addAll(TextScorecard.lines(unseen(comparison)));
        comparison.pairs().forEach((cut, pairs) -> {
            FigureTable table = cut == Cut.SITE
                    ? figures(
                            "Sites and sources whose warnings differ",
                            pairs.stream().filter(TextComparison::isMoved).toList())
                    : figures(
                            "By " + cut.code(),
                            Stream.concat(pairs.stream(), overall(cut, comparison))
                                    .toList());
            if (!table.rows().isEmpty()) {
                lines.add("");
                lines.addAll(TextScorecard.lines(table));
            }
        });
        lines.add("");
        lines.addAll(TextScorecard.lines(changes(comparison)));
        lines.add("");
        lines.add("### Promotion");
        lines.add("");
        if (promotion.isRefused()) {
            lines.add("B is refused:");
            promotion.objections().forEach(objection -> lines.add("- " + TextScorecard.safe(objection)));
        } else {
            lines.add(
                    "B may take A's place: nothing got worse overall, at a site, in a language or in a file, and the false-alarm gate holds.");
        }
        return lines;
    }

    private static Stream<Pair> overall(Cut cut, BundleComparison comparison) {
        return cut == Cut.FILE ? Stream.of(comparison.overall(), comparison.everyday()) : Stream.empty();
    }

    private static FigureTable unseen(BundleComparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        comparison
                .unseen()
                .forEach((figure, values) -> rows.add(List.of(
                        figure.words(),
                        FigureTables.percent(values.a()),
                        FigureTables.percent(values.b()),
                        FigureTables.decimals(values.difference()))));
        return new FigureTable("Average site, and lures of sources", List.of("figure", "A", "B", "B minus A"), rows);
    }

    private static boolean isMoved(Pair pair) {
        return Stream.of(Figure.SCAMS_WARNED, Figure.HONEST_WARNED, Figure.ABOUT_WARNED)
                .flatMap(figure -> pair.difference(figure).stream())
                .anyMatch(difference -> difference.estimate() != 0);
    }

    private static FigureTable figures(String title, List<Pair> pairs) {
        List<List<String>> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            for (Figure figure : FIGURES) {
                pair.difference(figure)
                        .ifPresent(difference -> rows.add(List.of(
                                pair.name(),
                                pair.a().scams() + "/" + pair.a().honest() + "/"
                                        + pair.a().aboutScams(),
                                figure.words(),
                                value(pair.a(), figure),
                                value(pair.b(), figure),
                                pair.a().hasTooFewFor(figure)
                                        ? FigureTables.tooFew(pair.a(), figure)
                                        : FigureTables.decimals(difference))));
            }
        }
        return new FigureTable(
                title, List.of("slice", "scams/honest/about scams", "figure", "A", "B", "B minus A"), rows);
    }

    private static String value(Slice slice, Figure figure) {
        return slice.figure(figure)
                .map(interval -> String.format(Locale.ROOT, "%.4f", interval.estimate()))
                .orElse("–");
    }

    private static FigureTable changes(BundleComparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        comparison
                .changes()
                .forEach((change, samples) -> rows.add(List.of(
                        change.label().code(),
                        change.from().name(),
                        change.to().name(),
                        "" + samples.size(),
                        identifiers(samples))));
        return new FigureTable("Verdicts that changed", List.of("label", "A", "B", "postings", "which"), rows);
    }

    private static String identifiers(List<Sample> samples) {
        String shown = String.join(
                ", ",
                samples.stream()
                        .limit(MOST_POSTINGS_SHOWN)
                        .map(TextComparison::name)
                        .toList());
        return samples.size() > MOST_POSTINGS_SHOWN ? shown + ", …" : shown;
    }

    private static String name(Sample sample) {
        return sample.file() + ":"
                + TerminalText.escape(sample.labelled().posting().identifier(), 40);
    }
}
