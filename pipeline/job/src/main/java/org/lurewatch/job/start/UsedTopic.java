package org.lurewatch.job.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.config.TopicsConfig;

/**
 * A topic that the job reads or writes.
 *
 * @param name its name
 * @param settings the settings with which it is created if it is missing
 * @param ordered whether it has one partition, so that its records keep their order
 */
record UsedTopic(String name, Map<String, String> settings, boolean ordered) {

    /** The topics that the settings ask for. */
    static List<UsedTopic> of(JobConfig config) {
        TopicsConfig topics = config.kafka().topics();
        List<UsedTopic> used = new ArrayList<>(
                List.of(plain(topics.postings()), forgetting(topics.warnings()), plain(topics.rejects())));
        if (config.campaigns().enabled()) {
            used.add(compacted(topics.campaigns()));
            used.add(plain(topics.reviews()));
        }
        if (config.trends().enabled()) {
            used.add(compacted(topics.trends()));
        }
        if (config.control().enabled()) {
            // Each command has a key of its own, so compaction keeps them all, forever.
            used.add(new UsedTopic(topics.control(), compacted(topics.control()).settings(), true));
            used.add(plain(topics.controlStatus()));
            used.add(plain(topics.shadowScores()));
        }
        return used;
    }

    private static UsedTopic plain(String name) {
        return new UsedTopic(name, Map.of(), false);
    }

    /** A topic whose records go with age, and before that where one without value takes their place. */
    private static UsedTopic forgetting(String name) {
        String both = TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE;
        return new UsedTopic(name, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, both), false);
    }

    /** A topic that keeps the newest record of each key forever. */
    private static UsedTopic compacted(String name) {
        return new UsedTopic(
                name, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT), false);
    }
}
