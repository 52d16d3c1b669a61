package org.lurewatch.job.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.config.KafkaConfig;

/** Makes sure that the broker answers and that the topics exist. */
final class KafkaTopics {
    private final KafkaConfig kafka;
    private final List<UsedTopic> used;
    private final List<String> problems = new ArrayList<>();

    private KafkaTopics(JobConfig config) {
        this.kafka = config.kafka();
        this.used = UsedTopic.of(config);
    }

    /** Creates missing topics if the settings allow it, and returns everything that prevents reading and writing. */
    static List<String> prepare(JobConfig config) {
        KafkaTopics topics = new KafkaTopics(config);
        try (Admin admin = Admin.create(clientProperties(config.kafka()))) {
            topics.prepare(admin);
        } catch (KafkaException e) {
            topics.unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            topics.problems.add("interrupted while asking Kafka for its topics");
        }
        return topics.problems;
    }

    /** The id that the brokers of these settings give their cluster. */
    static String clusterId(KafkaConfig kafka) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(clientProperties(kafka))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private void prepare(Admin admin) throws InterruptedException {
        Set<String> existing;
        try {
            existing = admin.listTopics().names().get();
        } catch (ExecutionException e) {
            unreachable(e.getCause());
            return;
        }
        List<UsedTopic> missing =
                used.stream().filter(topic -> !existing.contains(topic.name())).toList();
        checkOrder(
                admin,
                used.stream()
                        .filter(topic -> topic.ordered() && existing.contains(topic.name()))
                        .map(UsedTopic::name)
                        .toList());
        for (UsedTopic topic : missing) {
            if (kafka.createTopics()) {
                create(admin, topic);
            } else {
                problems.add("Kafka at " + kafka.bootstrapServers() + " has no topic " + topic.name()
                        + "; create it, or set kafka.createTopics: true");
            }
        }
    }

    private void checkOrder(Admin admin, List<String> ordered) throws InterruptedException {
        try {
            admin.describeTopics(ordered).allTopicNames().get().forEach((name, topic) -> {
                if (topic.partitions().size() > 1) {
                    problems.add("topic " + name + " has " + topic.partitions().size()
                            + " partitions, but its records must keep one order: it needs a single one");
                }
            });
        } catch (ExecutionException e) {
            unreachable(e.getCause());
        }
    }

    private void create(Admin admin, UsedTopic topic) throws InterruptedException {
        try {
            NewTopic created =
                    new NewTopic(topic.name(), topic.ordered() ? 1 : kafka.partitions(), (short) kafka.replication());
            TopicCreation.create(admin, List.of(created.configs(topic.settings())), kafka.startTimeout());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                problems.add("topic " + topic.name() + " cannot be created: "
                        + e.getCause().getMessage());
            }
        }
    }

    private void unreachable(Throwable cause) {
        problems.add(unreachable(kafka, cause));
    }

    /** Says that the brokers cannot be reached, and why. */
    static String unreachable(KafkaConfig kafka, Throwable cause) {
        String reason = cause instanceof TimeoutException
                ? "no answer within " + kafka.startTimeout().toSeconds() + " s"
                : innermost(cause).getMessage();
        return "Kafka cannot be reached at " + kafka.bootstrapServers() + " (kafka.bootstrapServers): " + reason;
    }

    private static Throwable innermost(Throwable cause) {
        return cause.getCause() == null ? cause : innermost(cause.getCause());
    }

    /** Settings of a client that gives up when the start does; by default, Kafka's client tries for a minute. */
    static Properties clientProperties(KafkaConfig kafka) {
        Duration timeout = kafka.startTimeout();
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, kafka.groupId() + "-start");
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(timeout.toMillis()));
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(timeout.toMillis()));
        return properties;
    }
}
