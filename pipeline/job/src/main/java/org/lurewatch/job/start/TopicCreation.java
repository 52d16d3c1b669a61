package org.lurewatch.job.start;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Creates topics that can be used at once. Kafka answers as soon as its controller has a topic, which is before a broker
 * knows it and before one leads its partitions. Until then a reader gets the error that there is no such topic, and a
 * producer with several batches in flight may lose the first and keep the second; the broker then refuses the first
 * forever, because its sequence number is out of order.
 */
public final class TopicCreation {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private TopicCreation() {}

    /**
     * Creates topics and waits until each of their partitions can be read and written.
     *
     * @param topics each with its number of partitions
     * @param patience about how long to wait for that
     * @throws ExecutionException with Kafka's own exception, if it refuses or takes too long
     */
    public static void create(Admin admin, Collection<NewTopic> topics, Duration patience)
            throws ExecutionException, InterruptedException {
        admin.createTopics(topics).all().get();
        for (long attemptsLeft = patience.dividedBy(PAUSE); ; attemptsLeft--) {
            try {
                requireUsable(admin, topics);
                return;
            } catch (ExecutionException e) {
                if (attemptsLeft <= 0 || !(e.getCause() instanceof RetriableException)) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static void requireUsable(Admin admin, Collection<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        List<String> names = topics.stream().map(NewTopic::name).toList();
        // This comes first, because the next request logs an error if the broker does not know the topic yet.
        admin.describeTopics(names).allTopicNames().get();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        // Only the leader of a partition answers.
        admin.listOffsets(ends).all().get();
    }
}
