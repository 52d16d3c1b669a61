package org.lurewatch.job.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.codec.DeploymentRecords;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.operators.control.ExampleStore;
import org.lurewatch.job.start.FlinkSettings;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.SourceRecord;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.WriterSchemas;

class JobGraphTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final int KINDS = 6;
    private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = TestingCluster.start(METRICS.addToConfiguration(new Configuration()));

    @Test
    void everyRecordIsWarnedOfClearedOrRejectedAndCounted() throws Exception {
        TestingSink<ScamWarning> warnings = new TestingSink<>();
        TestingSink<RejectedPosting> rejects = new TestingSink<>();
        StreamExecutionEnvironment env = environment(2);
        long rounds = 20;
        JobGraph.define(
                env,
                new SourcesAndSinks(records(rounds * KINDS), warnings, rejects, Optional.empty(), Optional.empty()),
                () -> new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known()),
                DetectionGraph.by(
                        new ExampleStore(),
                        DeploymentRecords.toAvro(ExampleStore.deployed(ExampleStore.A)),
                        Clock.fixed(NOW, ZoneOffset.UTC)));

        env.execute();

        assertEquals(
                LongStream.range(0, rounds * KINDS)
                        .filter(index -> index % KINDS == 0 || index % KINDS == 3)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.toSet()),
                warnings.written().stream().map(ScamWarning::getPostingId).collect(Collectors.toSet()));
        assertEquals(2 * rounds, warnings.written().size(), "none twice");
        assertTrue(warnings.written().stream()
                .allMatch(warning -> warning.getAssessedAt().equals(NOW)));
        assertEquals(
                Map.of(
                        RejectReason.MALFORMED_JSON, rounds,
                        RejectReason.MALFORMED_AVRO, rounds,
                        RejectReason.DETECTION_FAILED, rounds),
                rejects.written().stream()
                        .collect(Collectors.groupingBy(RejectedPosting::getReason, Collectors.counting())));
        assertEquals(rounds * KINDS, counter(FlowCounters.IN));
        assertEquals(2 * rounds, counter(FlowCounters.WARNED));
        assertEquals(rounds, counter(FlowCounters.CLEARED));
        assertEquals(3 * rounds, counter(FlowCounters.REJECTED));
        assertEquals(rounds, counter("reason.MALFORMED_JSON." + FlowCounters.REJECTED));
        assertEquals(rounds, counter("reason.MALFORMED_AVRO." + FlowCounters.REJECTED));
        assertEquals(rounds, counter("reason.DETECTION_FAILED." + FlowCounters.REJECTED));
        assertEquals(0, counter("reason.NO_TEXT." + FlowCounters.REJECTED));
        assertEquals(rounds, counter(FlowCounters.UNKNOWN_FIELDS));
    }

    private static DataGeneratorSource<SourceRecord> records(long count) {
        return new DataGeneratorSource<>(
                JobGraphTest::record, count, RateLimiterStrategy.noOp(), new AvroTypeInfo<>(SourceRecord.class));
    }

    /** A lure in JSON, a broken record, an honest posting with an unknown field, a lure in Avro, one cut off, poison. */
    private static SourceRecord record(long index) {
        String id = String.valueOf(index);
        byte[] avro = SingleObjectEncoding.of(org.lurewatch.schemas.JobPosting.class, WriterSchemas.known())
                .encode(AvroPostings.toAvro(ExamplePostings.posting(id, "a lure")));
        return switch ((int) (index % KINDS)) {
            case 0 -> ExamplePostings.record(index, ExamplePostings.json(id, "a lure"));
            case 1 -> ExamplePostings.record(index, "{\"identifier\": \"" + id);
            case 2 ->
                ExamplePostings.record(
                        index, ExamplePostings.json(id, "Packer").replace("{", "{\"colour\": \"red\", "));
            case 3 -> ExamplePostings.record(index, avro);
            case 4 -> ExamplePostings.record(index, Arrays.copyOf(avro, avro.length - 1));
            default -> ExamplePostings.record(index, ExamplePostings.json(id, "poison"));
        };
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        TrustedClasses.register();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(FlinkSettings.safe());
        env.setParallelism(parallelism);
        return env;
    }

    /** The counter over all operators and subtasks. */
    private static long counter(String name) {
        String suffix = FlowCounters.GROUP + "." + name;
        return METRICS.getMetricsByGroup().entrySet().stream()
                .flatMap(group -> group.getValue().entrySet().stream()
                        .filter(metric -> group.getKey()
                                .getMetricIdentifier(metric.getKey())
                                .endsWith("." + suffix))
                        .map(Map.Entry::getValue))
                .mapToLong(metric -> ((Counter) metric).getCount())
                .sum();
    }
}
