package org.lurewatch.job.operators.trends;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.schemas.TrendCount;
import org.lurewatch.schemas.TrendDimension;

/** Counts the postings that came too late to be counted, and drops them. */
public final class LateTrendFunction extends RichFlatMapFunction<TrendCount, TrendCount> {
    private static final long serialVersionUID = 1L;

    /** Counters of postings that came too late; the window's name follows. */
    public static final String COUNTER_PREFIX = "lateForTrends.";

    private final String window;
    private transient Counter tooLate;

    /** @param window name of the window whose late postings are counted here; it ends the counter's name */
    public LateTrendFunction(String window) {
        this.window = window;
    }

    @Override
    public void open(OpenContext openContext) {
        tooLate = getRuntimeContext()
                .getMetricGroup()
                .addGroup(FlowCounters.GROUP)
                .counter(COUNTER_PREFIX + window);
    }

    @Override
    public void flatMap(TrendCount late, Collector<TrendCount> out) {
        // A posting counts towards several dimensions, but towards this one exactly once.
        if (late.getDimension() == TrendDimension.ALL) {
            tooLate.inc(late.getPostings());
        }
    }
}
