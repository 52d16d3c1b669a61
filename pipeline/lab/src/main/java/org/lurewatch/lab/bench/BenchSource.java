package org.lurewatch.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.desk.kafka.PatientProducer;
import org.lurewatch.job.start.TopicCreation;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.examples.BenchPostings;

/** Puts the measured postings on Kafka. */
public final class BenchSource implements AutoCloseable {
    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String bootstrapServers;
    private final BenchPostings postings;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> refusal = new AtomicReference<>();

    /** @param postings to be sent */
    public BenchSource(String bootstrapServers, BenchPostings postings) {
        this.bootstrapServers = bootstrapServers;
        this.postings = postings;
        this.producer = PatientProducer.start(bootstrapServers, Map.of("linger.ms", "2"));
    }

    /** Creates a topic as the bench reads it. */
    public void createTopic(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            TopicCreation.create(admin, List.of(new NewTopic(topic, PARTITIONS, (short) 1)), PATIENCE);
        } catch (ExecutionException e) {
            throw new LabException(
                    "the topic cannot be created: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        }
    }

    /**
     * Sends postings 0 to count - 1 as fast as it can.
     *
     * @throws LabException where the broker did not take one of them
     */
    public void fill(String topic, int count) {
        for (int number = 0; number < count; number++) {
            send(topic, number, postings.bytes(number));
        }
        flush();
    }

    /**
     * Sends postings at a steady rate, and keeps the time at which each was sent.
     *
     * @throws LabException where the broker did not take one of them
     */
    void send(String topic, long[] sentNanos, double perSecond) {
        byte[][] made = new byte[sentNanos.length][];
        for (int number = 0; number < made.length; number++) {
            made[number] = postings.bytes(number);
        }
        long start = System.nanoTime();
        for (int number = 0; number < made.length; number++) {
            long due = start + (long) (number * 1e9 / perSecond);
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            sentNanos[number] = System.nanoTime();
            send(topic, number, made[number]);
        }
        flush();
    }

    /** Sends one posting; what the broker says of it is told by the next to fill a topic. */
    void send(String topic, long number) {
        send(topic, number, postings.bytes(number));
    }

    private void send(String topic, long number, byte[] bytes) {
        producer.send(
                new ProducerRecord<>(topic, BenchPostings.key(number).getBytes(UTF_8), bytes), (sent, problem) -> {
                    if (problem != null) {
                        refusal.set(problem);
                    }
                });
    }

    private void flush() {
        producer.flush();
        if (refusal.get() != null) {
            throw new LabException(
                    "the broker did not take all postings: " + refusal.get().getMessage(), refusal.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
