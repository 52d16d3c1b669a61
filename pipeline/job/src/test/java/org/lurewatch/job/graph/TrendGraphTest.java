package org.lurewatch.job.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lurewatch.codec.examples.TrendPostings;
import org.lurewatch.job.start.FlinkSettings;
import org.lurewatch.schemas.AssessedPosting;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;

class TrendGraphTest {
    private static final Instant EIGHT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");
    private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestingCluster.start(METRICS.addToConfiguration(new Configuration()));

    /** A posting, by how many minutes after eight it was scraped. */
    private record Read(long minutes, Verdict verdict) implements Serializable {}

    @Test
    void latePostingsCorrectTheCountAndThoseTooLateAreCountedApart() throws Exception {
        List<Trend> trends = run(
                1,
                List.of(
                        new Read(10, Verdict.LIKELY_SCAM),
                        new Read(5, Verdict.NO_SIGN_FOUND),
                        new Read(90, Verdict.NO_SIGN_FOUND),
                        new Read(50, Verdict.UNSURE),
                        new Read(Duration.ofHours(50).toMinutes(), Verdict.NO_SIGN_FOUND),
                        new Read(20, Verdict.LIKELY_SCAM)));

        assertEquals(
                List.of(
                        new Trend(EIGHT, 1, TrendDimension.LANGUAGE, "es", 2L, 1L, 0L, 1),
                        new Trend(EIGHT, 1, TrendDimension.LANGUAGE, "es", 3L, 1L, 1L, 2)),
                of(trends, EIGHT, 1, TrendDimension.LANGUAGE));
        assertEquals(
                List.of(new Trend(MIDNIGHT, 24, TrendDimension.LANGUAGE, "es", 4L, 1L, 1L, 1)),
                of(trends, MIDNIGHT, 24, TrendDimension.LANGUAGE));
        assertEquals(
                List.of(new Trend(MIDNIGHT, 24, TrendDimension.DESTINATION, "KH", 2L, 1L, 1L, 1)),
                of(trends, MIDNIGHT, 24, TrendDimension.DESTINATION));
        assertEquals(1, counter("lateForTrends.hour"));
        assertEquals(1, counter("lateForTrends.day"));
    }

    @Test
    void theCountsAreTheSameHoweverManyTasksCount() throws Exception {
        List<Read> reads = new ArrayList<>();
        Verdict[] verdicts = Verdict.values();
        for (int i = 0; i < 2_000; i++) {
            // Up to an hour of disorder, against watermarks that allow none.
            reads.add(new Read(i + (i * 37L) % 60 - 60, verdicts[i % verdicts.length]));
        }

        Map<String, Trend> byOne = newest(run(1, reads));

        assertEquals(byOne, newest(run(2, reads)));
        assertEquals(
                2_000,
                byOne.values().stream()
                        .filter(trend -> trend.getWindowHours() == 24 && trend.getDimension() == TrendDimension.ALL)
                        .mapToLong(Trend::getPostings)
                        .sum());
    }

    private static List<Trend> run(int parallelism, List<Read> reads) throws Exception {
        TrustedClasses.register();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(FlinkSettings.safe());
        env.setParallelism(parallelism);
        TestingSink<Trend> sink = new TestingSink<>();
        List<Read> sent = List.copyOf(reads);
        DataStream<AssessedPosting> assessed = env.fromSource(
                        new DataGeneratorSource<>(
                                index -> posting(sent.get(index.intValue())),
                                sent.size(),
                                new AvroTypeInfo<>(AssessedPosting.class)),
                        WatermarkStrategy.noWatermarks(),
                        "postings")
                .uid("postings")
                .setParallelism(1)
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<AssessedPosting>forGenerator(context -> new WatermarkAfterEach())
                                .withTimestampAssigner((posting, unused) -> posting.getEventTime()))
                .uid("event-time")
                .setParallelism(1)
                .rebalance();
        TrendGraph.define(assessed).sinkTo(sink).uid("trends");
        env.execute();
        return sink.written();
    }

    private static AssessedPosting posting(Read read) {
        return TrendPostings.posting(EIGHT.plusSeconds(60 * read.minutes()), read.verdict());
    }

    /** Says after each posting that none older follows, which is not true. */
    private static final class WatermarkAfterEach implements WatermarkGenerator<AssessedPosting> {
        private long newest = Long.MIN_VALUE;

        @Override
        public void onEvent(AssessedPosting posting, long eventTime, WatermarkOutput output) {
            newest = Math.max(newest, eventTime);
            output.emitWatermark(new Watermark(newest));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // After each posting is often enough.
        }
    }

    private static List<Trend> of(List<Trend> trends, Instant start, int hours, TrendDimension dimension) {
        return trends.stream()
                .filter(trend -> trend.getWindowStart().equals(start)
                        && trend.getWindowHours() == hours
                        && trend.getDimension() == dimension)
                .sorted(Comparator.comparing(Trend::getRevision))
                .toList();
    }

    /** The last word on each count, without its number, which depends on what was read together. */
    private static Map<String, Trend> newest(List<Trend> trends) {
        Map<String, Trend> newest = trends.stream()
                .collect(Collectors.toMap(
                        trend -> trend.getWindowStart() + "/" + trend.getWindowHours() + trend.getDimension()
                                + trend.getValue(),
                        trend -> trend,
                        BinaryOperator.maxBy(Comparator.comparing(Trend::getRevision)),
                        TreeMap::new));
        assertTrue(newest.values().stream().anyMatch(trend -> trend.getRevision() > 1), "some came late");
        newest.replaceAll((key, trend) -> Trend.newBuilder(trend).setRevision(1).build());
        return newest;
    }

    private static long counter(String name) {
        return METRICS.getMetricsByGroup().entrySet().stream()
                .flatMap(group -> group.getValue().entrySet().stream()
                        .filter(metric -> group.getKey()
                                .getMetricIdentifier(metric.getKey())
                                .endsWith("." + name))
                        .map(Map.Entry::getValue))
                .mapToLong(metric -> ((Counter) metric).getCount())
                .sum();
    }
}
