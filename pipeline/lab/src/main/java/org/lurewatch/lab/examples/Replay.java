package org.lurewatch.lab.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.lurewatch.desk.kafka.PatientProducer;

/** Sends the records of the demo to Kafka, on a thread of its own, and remembers when each was sent. */
public final class Replay implements AutoCloseable {
    /** So that the warnings come one by one, as from a scraper, and not as one heap. */
    private static final int PAUSE_MILLIS = 8;

    private static final int LARGEST_REQUEST = 4 << 20;

    private final KafkaProducer<byte[], byte[]> producer;
    private final ExecutorService sender = Executors.newSingleThreadExecutor();
    private final Map<String, Long> sentNanos = new ConcurrentHashMap<>();

    public Replay(String bootstrapServers) {
        this.producer =
                PatientProducer.start(bootstrapServers, Map.of("max.request.size", String.valueOf(LARGEST_REQUEST)));
    }

    /** Begins to send; the result is there when all was sent. */
    public Future<?> start(String topic, List<DemoRecord> records) {
        return sender.submit(() -> {
            List<Future<?>> acknowledgements = new ArrayList<>();
            for (DemoRecord record : records) {
                sentNanos.put(record.key(), System.nanoTime());
                acknowledgements.add(
                        producer.send(new ProducerRecord<>(topic, record.key().getBytes(UTF_8), record.bytes())));
                Thread.sleep(PAUSE_MILLIS);
            }
            for (Future<?> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
            return null;
        });
    }

    /** How long ago a record was sent. */
    public OptionalLong nanosSince(String key) {
        Long sent = sentNanos.get(key);
        return sent == null ? OptionalLong.empty() : OptionalLong.of(System.nanoTime() - sent);
    }

    @Override
    public void close() {
        sender.shutdownNow();
        producer.close();
    }
}
