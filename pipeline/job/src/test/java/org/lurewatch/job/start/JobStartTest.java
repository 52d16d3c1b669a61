package org.lurewatch.job.start;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;

class JobStartTest {
    @Test
    void everyOperatorHasAUidOnTheRealEndsToo() {
        StreamGraph graph =
                graph("{kafka: {bootstrapServers: 'localhost:1'}, detection: {bundle: ../../models/baseline}}");
        List<String> uids = graph.getStreamNodes().stream()
                .map(StreamNode::getTransformationUID)
                .toList();
        assertTrue(
                uids.containsAll(List.of(
                        "postings",
                        "decode",
                        "event-time",
                        "detect",
                        "links",
                        "ledger",
                        "posting-memory",
                        "campaign-memory",
                        "reviews",
                        "warnings",
                        "campaigns",
                        "trends",
                        "rejects")),
                uids::toString);
        assertNotNull(graph.getJobGraph(), "with automatic uids off, Flink itself refuses an operator without one");
    }

    @Test
    void everyOperatorHasAUidWhereCommandsSayWhichBundleDecides() {
        StreamGraph graph = graph("{kafka: {bootstrapServers: 'localhost:1'}, control: {enabled: true}}");

        List<String> uids = graph.getStreamNodes().stream()
                .map(StreamNode::getTransformationUID)
                .toList();
        assertTrue(
                uids.containsAll(List.of(
                        "commands",
                        "control",
                        "detect",
                        "decision-tallies",
                        "comparison-tallies",
                        "watch",
                        "vetoes",
                        "statuses",
                        "shadow-scores")),
                uids::toString);
        assertNotNull(graph.getJobGraph(), "with automatic uids off, Flink itself refuses an operator without one");
    }

    private static StreamGraph graph(String settings) {
        JobConfig config = ConfigReader.parse(settings, Map.of());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(FlinkSettings.of(config));
        JobStart.define(env, config);
        return env.getStreamGraph();
    }
}
