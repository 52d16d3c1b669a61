package org.lurewatch.job.config;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How to reach Kafka, and what to read and write there.
 *
 * @param bootstrapServers host:port, several separated by commas
 * @param groupId consumer group; transactions are named after it too
 * @param properties additional settings of the Kafka clients, such as security, passed on unchanged
 * @param topics the names of the topics
 * @param createTopics whether missing topics are created at the start
 * @param partitions partitions of a created topic
 * @param replication copies of a created topic
 * @param startingOffsets where reading begins without a checkpoint
 * @param transactionTimeout how long a transaction may stay open: longer than the longest outage that the job is to
 *     survive, but no longer than the broker's transaction.max.timeout.ms
 * @param startTimeout how long the start waits for a broker to answer
 */
public record KafkaConfig(
        String bootstrapServers,
        String groupId,
        Map<String, String> properties,
        TopicsConfig topics,
        boolean createTopics,
        int partitions,
        int replication,
        StartingOffsets startingOffsets,
        Duration transactionTimeout,
        Duration startTimeout) {

    private static final Set<String> SET_BY_THE_JOB = Set.of(
            "bootstrap.servers",
            "group.id",
            "client.id",
            "auto.offset.reset",
            "enable.auto.commit",
            "transactional.id",
            "transaction.timeout.ms",
            "key.serializer",
            "value.serializer",
            "key.deserializer",
            "value.deserializer");

    public KafkaConfig {
        properties = Map.copyOf(properties);
    }

    static KafkaConfig read(ConfigSection section) {
        try (section) {
            Map<String, String> properties = section.texts("properties");
            properties.keySet().stream()
                    .filter(SET_BY_THE_JOB::contains)
                    .sorted()
                    .forEach(key -> section.problem("properties." + key, "is set by the job and cannot be set here"));
            return new KafkaConfig(
                    section.required("bootstrapServers"),
                    section.text("groupId", "lurewatch"),
                    properties,
                    TopicsConfig.read(section.section("topics")),
                    section.flag("createTopics", false),
                    section.integer("partitions", 4, 1),
                    section.integer("replication", 1, 1),
                    section.choice("startingOffsets", StartingOffsets.COMMITTED_OR_EARLIEST),
                    section.duration("transactionTimeout", Duration.ofMinutes(15), Duration.ofSeconds(1)),
                    section.duration("startTimeout", Duration.ofSeconds(20), Duration.ofSeconds(1)));
        }
    }

    /** Leaves out the values of the properties, because they may be secrets. */
    @Override
    public String toString() {
        return "KafkaConfig[bootstrapServers=" + bootstrapServers + ", groupId=" + groupId + ", properties="
                + properties.keySet() + ", topics=" + topics + "]";
    }
}
