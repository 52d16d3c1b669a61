package org.lurewatch.desk.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.RecordSender;

/** A topic whose records are kept for ever. Safe to share between threads. */
public final class AuditTopic implements AutoCloseable {
    private final String topic;
    private final KafkaTopic written;
    private final KafkaProducer<byte[], byte[]> producer;

    private AuditTopic(String topic, KafkaTopic written, KafkaProducer<byte[], byte[]> producer) {
        this.topic = topic;
        this.written = written;
        this.producer = producer;
    }

    /**
     * Opens it, and makes it where it is missing.
     *
     * @param settings of the Kafka client, with {@code bootstrap.servers}
     * @throws DeskException where the broker does not answer, or does not let it be made
     */
    public static AuditTopic open(Map<String, String> settings, String topic) {
        KafkaTopic written = new KafkaTopic(settings, topic);
        if (!written.exists()) {
            create(settings, topic);
        }
        return new AuditTopic(
                topic,
                written,
                new KafkaProducer<>(
                        RecordSender.producerSettings(settings), new ByteArraySerializer(), new ByteArraySerializer()));
    }

    private static void create(Map<String, String> settings, String topic) {
        NewTopic kept = new NewTopic(topic, Optional.of(1), Optional.empty())
                .configs(Map.of("retention.ms", "-1", "retention.bytes", "-1", "cleanup.policy", "delete"));
        try (Admin admin = Admin.create(Map.copyOf(settings))) {
            admin.createTopics(List.of(kept)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new DeskException(
                        "topic " + topic + " cannot be made: " + e.getCause().getMessage(), e);
            }
        } catch (KafkaException e) {
            throw KafkaTopic.unreachable(settings.get("bootstrap.servers"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskException("interrupted", e);
        }
    }

    /** Writes a line; it is safe when this returns. @throws DeskException where it was not taken */
    public void write(String line) {
        try {
            producer.send(new ProducerRecord<>(topic, line.getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (ExecutionException e) {
            throw new DeskException(
                    "the audit was not taken by Kafka: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskException("interrupted", e);
        }
    }

    /**
     * The newest lines, the newest first.
     *
     * @param most how many at most
     * @throws DeskException where the broker does not answer
     */
    public List<String> newest(int most) {
        Map<TopicPartition, Long> ends = written.ends();
        Map<TopicPartition, Long> from = new HashMap<>();
        ends.forEach((partition, end) -> from.put(partition, Math.max(0, end - most)));
        List<ConsumerRecord<byte[], byte[]>> lines = new ArrayList<>();
        written.forEachBetween(from, ends, lines::add);
        // Each partition has its own order; across them Kafka's time decides.
        lines.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
        Collections.reverse(lines);
        return lines.stream()
                .limit(most)
                .map(line -> new String(line.value(), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
    }
}
