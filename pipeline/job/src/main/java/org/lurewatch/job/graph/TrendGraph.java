package org.lurewatch.job.graph;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.util.OutputTag;
import org.lurewatch.codec.TrendCounts;
import org.lurewatch.job.operators.trends.LateTrendFunction;
import org.lurewatch.job.operators.trends.TrendCountOperator;
import org.lurewatch.job.operators.trends.TrendFunction;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendCount;

/** From assessed postings to counts by hour and day. */
final class TrendGraph {
    /** How long after its end a window can be corrected by late postings; it must be kept until then. */
    static final Duration LATENESS = Duration.ofDays(1);

    private TrendGraph() {}

    /** Counts postings that have event times. A count is sent when its hour or day is over, and again if it changes. */
    static DataStream<Trend> define(DataStream<AssessedPosting> assessed) {
        KeyedStream<TrendCount, String> counts = assessed.transform(
                        "trend counts", new AvroTypeInfo<>(TrendCount.class), new TrendCountOperator())
                .uid("trend-counts")
                .keyBy(count -> count.getDimension() + "/" + count.getValue(), Types.STRING);
        return windows(counts, "hour", Duration.ofHours(1)).union(windows(counts, "day", Duration.ofDays(1)));
    }

    private static DataStream<Trend> windows(KeyedStream<TrendCount, String> counts, String name, Duration size) {
        OutputTag<TrendCount> late = new OutputTag<>("late", new AvroTypeInfo<>(TrendCount.class));
        SingleOutputStreamOperator<Trend> trends = counts.window(TumblingEventTimeWindows.of(size))
                .allowedLateness(LATENESS)
                .sideOutputLateData(late)
                .reduce(TrendCounts::sum, new TrendFunction(), new AvroTypeInfo<>(Trend.class))
                .name("trends by " + name)
                .uid("trends-" + name);
        trends.getSideOutput(late)
                .flatMap(new LateTrendFunction(name))
                .name("late for the " + name)
                .uid("trends-late-" + name);
        return trends;
    }
}
