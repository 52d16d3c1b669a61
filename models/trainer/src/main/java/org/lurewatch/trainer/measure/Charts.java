package org.lurewatch.trainer.measure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.statistics.HistogramDataset;
import org.jfree.data.statistics.HistogramType;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.trainer.measure.Ranking.Step;

/** Draws a view's curves as SVG, the same bytes for the same view on one machine. */
final class Charts {
    /** Drawn as wide as a phone shows it, so that letters stay legible there; the page scales it. */
    private static final int WIDTH = 420;

    private static final int HEIGHT = 340;
    private static final int MOST_CURVES = 8;
    private static final int MOST_POINTS = 400;
    private static final int LONGEST_NAME = 30;
    private static final double LOWEST_RATE = 1e-4;
    private static final double LOWEST_LOG = -7;
    private static final double LOWEST_LINE = 1e-6;
    private static final int HISTOGRAM_BINS = 35;
    private static final BasicStroke DASHED =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0);
    private static final double ROOM_OVER_ONE = 0.02;

    /** The palette of Okabe and Ito, which most people can distinguish. */
    private static final List<Color> COLOURS = List.of(
            new Color(0xD55E00),
            new Color(0x0072B2),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000),
            new Color(0x8C6D00),
            new Color(0x999999));

    private final View view;
    private final Assumptions terms;
    private final List<Measured> measured;

    /**
     * A curve.
     *
     * @param title what it shows
     * @param svg the element
     */
    record Chart(String title, String svg) {}

    /** A slice with what its curves are drawn from. */
    private record Measured(String name, Slice slice, Meter meter) {
        List<Step> steps() {
            return meter.ranking().steps(meter.ranking().once());
        }
    }

    Charts(View view, Assumptions terms) {
        this.view = view;
        this.terms = terms;
        this.measured = measured(view, terms);
    }

    /** Those that the view has something to show on; identifiers of elements begin with the prefix. */
    List<Chart> draw(String prefix) {
        List<Chart> charts = new ArrayList<>();
        if (!measured.isEmpty()) {
            charts.add(chart("Precision and recall", prefix + charts.size(), precisionAndRecall()));
            charts.add(chart(
                    "Recall and false alarms (0.0001 and less at the left edge)",
                    prefix + charts.size(),
                    recallAndAlarms()));
        }
        if (view.everyday().isPresent()) {
            if (!measured.isEmpty()) {
                charts.add(
                        chart("Calibration, at each one's own share of scams", prefix + charts.size(), reliability()));
                charts.add(chart(
                        "Warnings a day by where the line is drawn (dashed: the lowest score warned of)",
                        prefix + charts.size(),
                        warnings()));
            }
            charts.add(chart("Scores", prefix + charts.size(), histogram()));
        }
        return charts;
    }

    private static List<Measured> measured(View view, Assumptions terms) {
        Optional<Cut> cut = view.slices().keySet().stream().findFirst();
        List<Measured> measured = new ArrayList<>();
        cut.ifPresent(first -> view.slices().get(first).stream()
                .filter(Slice::isRanked)
                .sorted(Comparator.comparingInt(Slice::scams).reversed())
                .limit(MOST_CURVES)
                .forEach(slice -> measured.add(new Measured(
                        (measured.size() + 1) + " " + TerminalText.escape(slice.name(), LONGEST_NAME),
                        slice,
                        new Meter(
                                first.slices(view.outcomes()).get(slice.name()),
                                terms.baseRate(),
                                slice.statedAt())))));
        return measured;
    }

    private XYPlot precisionAndRecall() {
        XYSeriesCollection curves = new XYSeriesCollection();
        for (Measured each : measured) {
            XYSeries curve = new XYSeries(each.name(), false);
            double rate = each.slice().statedAt();
            for (Step step : thinned(each.steps())) {
                double recall = (double) step.found() / each.slice().scams();
                double alarms = (double) step.alarms() / each.slice().honest();
                if (step.found() > 0) {
                    curve.add(recall, rate * recall / (rate * recall + (1 - rate) * alarms));
                }
            }
            curves.addSeries(curve);
        }
        return lines(curves, share("recall"), share("precision, as stated"));
    }

    private XYPlot recallAndAlarms() {
        XYSeriesCollection curves = new XYSeriesCollection();
        for (Measured each : measured) {
            XYSeries curve = new XYSeries(each.name(), false);
            for (Step step : thinned(each.steps())) {
                double alarms = (double) step.alarms() / each.slice().honest();
                curve.add(
                        Math.max(alarms, LOWEST_RATE),
                        (double) step.found() / each.slice().scams());
            }
            curves.addSeries(curve);
        }
        LogAxis alarms = powersOfTen("share of honest postings over the score");
        alarms.setRange(LOWEST_RATE, 1);
        return lines(curves, alarms, share("recall"));
    }

    private XYPlot reliability() {
        XYSeriesCollection curves = new XYSeriesCollection();
        for (Measured each : measured) {
            XYSeries curve = new XYSeries(each.name(), false);
            each.meter().calibration().ifPresent(calibration -> calibration
                    .bins(each.meter().ranking().once())
                    .forEach(bin -> curve.add(bin.meanScore(), bin.shareOfScams())));
            curves.addSeries(curve);
        }
        XYSeries ideal = new XYSeries("ideal", false);
        ideal.add(0, 0);
        ideal.add(1, 1);
        curves.addSeries(ideal);
        return lines(curves, share("mean score of a tenth of the postings"), share("share of scams among them"));
    }

    private XYPlot warnings() {
        double[] everyday = Everyday.of(view.outcomes()).stream()
                .mapToDouble(JudgedSample::score)
                .sorted()
                .toArray();
        XYSeriesCollection curves = new XYSeriesCollection();
        for (Measured each : measured) {
            XYSeries curve = new XYSeries("scams like " + each.name(), false);
            for (Step step : thinned(each.steps())) {
                double recall = (double) step.found() / each.slice().scams();
                double warnings = Workload.of(recall, shareFrom(step.score(), everyday), terms)
                        .warnings();
                if (step.score() > LOWEST_LINE && warnings > 0) {
                    curve.add(step.score(), warnings);
                }
            }
            curves.addSeries(curve);
        }
        XYPlot plot = lines(curves, powersOfTen("score from which a warning is sent"), powersOfTen("warnings a day"));
        lowestWarned().ifPresent(score -> plot.addDomainMarker(new ValueMarker(score, Color.BLACK, DASHED)));
        return plot;
    }

    /** As near to the line as the outcomes show. */
    private OptionalDouble lowestWarned() {
        return view.outcomes().stream()
                .filter(outcome -> outcome.has(Verdict.LIKELY_SCAM))
                .mapToDouble(JudgedSample::score)
                .min();
    }

    private static LogAxis powersOfTen(String label) {
        LogAxis axis = new LogAxis(label);
        axis.setTickUnit(new NumberTickUnit(1));
        return axis;
    }

    private static double shareFrom(double score, double[] sorted) {
        int under = 0;
        int high = sorted.length;
        while (under < high) {
            int middle = (under + high) >>> 1;
            if (sorted[middle] < score) {
                under = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) (sorted.length - under) / sorted.length;
    }

    private XYPlot histogram() {
        HistogramDataset scores = new HistogramDataset();
        scores.setType(HistogramType.RELATIVE_FREQUENCY);
        addScores(scores, "scams", JudgedSample::isScam);
        addScores(scores, "honest", outcome -> outcome.sample().isLegitimate());
        addScores(scores, "texts about scams", outcome -> outcome.sample().isAboutScams());
        XYBarRenderer bars = new XYBarRenderer();
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        XYPlot plot = plot(scores, new NumberAxis("logarithm of the score to base 10"), new NumberAxis("share"), bars);
        plot.setForegroundAlpha(0.6f);
        return plot;
    }

    private void addScores(HistogramDataset scores, String name, Predicate<JudgedSample> of) {
        double[] values = view.outcomes().stream()
                .filter(of)
                .mapToDouble(outcome -> Math.max(Math.log10(outcome.score()), LOWEST_LOG))
                .toArray();
        if (values.length > 0) {
            scores.addSeries(name, values, HISTOGRAM_BINS, LOWEST_LOG, 0);
        }
    }

    private static NumberAxis share(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(0, 1 + ROOM_OVER_ONE);
        return axis;
    }

    private static XYPlot lines(XYDataset curves, ValueAxis x, ValueAxis y) {
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
        lines.setDrawSeriesLineAsPath(true);
        lines.setDefaultStroke(new BasicStroke(2));
        lines.setAutoPopulateSeriesStroke(false);
        return plot(curves, x, y, lines);
    }

    private static XYPlot plot(XYDataset data, ValueAxis x, ValueAxis y, XYItemRenderer renderer) {
        for (int i = 0; i < COLOURS.size(); i++) {
            renderer.setSeriesPaint(i, COLOURS.get(i));
        }
        XYPlot plot = new XYPlot(data, x, y, renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        return plot;
    }

    /** Few enough steps to draw, the first and the last among them. */
    private static List<Step> thinned(List<Step> steps) {
        if (steps.size() <= MOST_POINTS) {
            return steps;
        }
        List<Step> thinned = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            thinned.add(steps.get((int) ((long) i * (steps.size() - 1) / (MOST_POINTS - 1))));
        }
        return thinned;
    }

    private static Chart chart(String title, String id, XYPlot plot) {
        JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, true);
        chart.setBackgroundPaint(Color.WHITE);
        SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, HEIGHT);
        graphics.setDefsKeyPrefix(id + "-");
        graphics.setFontFunction(family -> "sans-serif");
        graphics.setGeomDoubleConverter(length -> String.format(Locale.ROOT, "%.1f", length));
        chart.draw(graphics, new Rectangle(WIDTH, HEIGHT));
        ViewBox all = new ViewBox(0, 0, WIDTH, HEIGHT);
        return new Chart(title, graphics.getSVGElement(id, false, all, null, null));
    }
}
