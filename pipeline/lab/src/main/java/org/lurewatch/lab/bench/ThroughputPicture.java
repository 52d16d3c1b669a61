package org.lurewatch.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;
import org.lurewatch.lab.bench.ThroughputBench.Rate;

/** Draws rates as bars, one group for each delivery and parallelism. */
public final class ThroughputPicture {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;

    private ThroughputPicture() {}

    /** Writes a PNG. Needs fonts, as anything that draws letters does. */
    public static void write(ThroughputResult result, Path file) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        for (Rate rate : result.rates()) {
            BenchVariant variant = rate.variant();
            bars.addValue(
                    rate.postingsPerSecond(),
                    variant.kind().spelling(),
                    variant.delivery() + ", " + variant.parallelism()
                            + (variant.parallelism() == 1 ? " task" : " tasks"));
        }
        String rates = "postings a second";
        JFreeChart chart = ChartFactory.createBarChart(
                "Throughput", null, rates, bars, PlotOrientation.VERTICAL, true, false, false);
        // The bare copy is so much faster that the others would be invisible beside it.
        LogarithmicAxis axis = new LogarithmicAxis(rates);
        axis.setStrictValuesFlag(false);
        chart.getCategoryPlot().setRangeAxis(axis);
        try {
            ChartUtils.saveChartAsPNG(file.toFile(), chart, WIDTH, HEIGHT);
        } catch (IOException e) {
            throw new UncheckedIOException("the picture cannot be written to " + file, e);
        }
    }
}
