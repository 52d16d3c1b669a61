package org.lurewatch.job.start;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.OperatorIDPair;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.graph.SourcesAndSinks;

/**
 * Which operators a job has by its settings, and which others it would have if all features were switched on. State of
 * the first is restored, state of the others is dropped, and any other state is none of this version's.
 *
 * @param on ids of the operators that the job has
 * @param off features that are switched off, by the ids of the operators that the job would have with them
 * @param tasks how many tasks the job has of each operator
 */
record SwitchedFeatures(Set<String> on, Map<String, String> off, int tasks) {

    /** @param settings of Flink */
    static SwitchedFeatures of(JobConfig config, Configuration settings) {
        TransactionNames names = TransactionNames.of(config.kafka().groupId());
        SourcesAndSinks all = KafkaSourcesAndSinks.all(config, names);
        StreamExecutionEnvironment actual = StreamExecutionEnvironment.createLocalEnvironment(settings);
        JobStart.define(actual, config, names);
        Set<String> on = operators(actual);
        Set<String> everything = commanded(config, settings, all);
        Set<String> withoutCampaigns = commanded(
                config,
                settings,
                new SourcesAndSinks(all.postings(), all.warnings(), all.rejects(), Optional.empty(), all.trends()));
        Set<String> withoutTrends = commanded(
                config,
                settings,
                new SourcesAndSinks(all.postings(), all.warnings(), all.rejects(), all.campaigns(), Optional.empty()));
        Map<String, String> off = new HashMap<>();
        for (String operator : everything) {
            if (!on.contains(operator)) {
                off.put(
                        operator,
                        !withoutCampaigns.contains(operator)
                                ? "campaigns"
                                : withoutTrends.contains(operator) ? "control" : "trends");
            }
        }
        return new SwitchedFeatures(on, off, actual.getParallelism());
    }

    private static Set<String> commanded(JobConfig config, Configuration settings, SourcesAndSinks external) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(settings);
        JobStart.defineCommanded(env, config, external);
        return operators(env);
    }

    /** The ids by which state names the operators of a job. */
    private static Set<String> operators(StreamExecutionEnvironment env) {
        List<String> ids = new ArrayList<>();
        for (JobVertex vertex : env.getStreamGraph().getJobGraph().getVertices()) {
            for (OperatorIDPair operator : vertex.getOperatorIDs()) {
                ids.add(operator.getUserDefinedOperatorID()
                        .orElse(operator.getGeneratedOperatorID())
                        .toHexString());
            }
        }
        return Set.copyOf(ids);
    }

    /** The features of which there is state, and which are switched off. */
    List<String> droppedFrom(Set<String> stateful) {
        return stateful.stream()
                .filter(off::containsKey)
                .map(off::get)
                .distinct()
                .sorted()
                .toList();
    }

    boolean knows(String operator) {
        return on.contains(operator) || off.containsKey(operator);
    }
}
