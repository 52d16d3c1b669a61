package org.lurewatch.job.operators.trends;

import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendCount;

/** Numbers the results of a window, each time that it gives one. */
public final class TrendFunction extends ProcessWindowFunction<TrendCount, Trend, String, TimeWindow> {
    private static final long serialVersionUID = 1L;
    private static final ValueStateDescriptor<Integer> REVISION = new ValueStateDescriptor<>("revision", Types.INT);

    @Override
    public void process(String key, Context context, Iterable<TrendCount> sum, Collector<Trend> out) throws Exception {
        ValueState<Integer> revisions = context.windowState().getState(REVISION);
        int revision = revisions.value() == null ? 1 : revisions.value() + 1;
        revisions.update(revision);
        TimeWindow window = context.window();
        TrendCount count = sum.iterator().next();
        out.collect(new Trend(
                Instant.ofEpochMilli(window.getStart()),
                (int) Duration.ofMillis(window.getEnd() - window.getStart()).toHours(),
                count.getDimension(),
                count.getValue(),
                count.getPostings(),
                count.getLikely(),
                count.getUnsure(),
                revision));
    }

    @Override
    public void clear(Context context) {
        context.windowState().getState(REVISION).clear();
    }
}
