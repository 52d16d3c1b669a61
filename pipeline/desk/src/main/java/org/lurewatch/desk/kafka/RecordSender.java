package org.lurewatch.desk.kafka;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.lurewatch.desk.DeskException;

/** Sends records while a person waits. */
public final class RecordSender {
    private static final String TIMEOUT_MILLIS = "20000";

    private final Map<String, String> settings;

    /** @param settings of the Kafka client, with {@code bootstrap.servers} */
    public RecordSender(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /**
     * Sends a record and waits until the broker has it.
     *
     * @param what it is, for the message where it is not taken
     * @throws DeskException where the broker does not answer or does not take it
     */
    public void send(String topic, String key, byte[] value, String what) {
        send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value), what);
    }

    /** The same of a record that has headers, too. */
    public void send(ProducerRecord<byte[], byte[]> record, String what) {
        sendAll(List.of(record), what);
    }

    /** The same of several records, in their order. */
    public void sendAll(List<ProducerRecord<byte[], byte[]>> records, String what) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(producerSettings(settings), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (KafkaException e) {
            throw KafkaTopic.unreachable(settings.get("bootstrap.servers"), e);
        } catch (ExecutionException e) {
            throw new DeskException(
                    what + " was not taken by Kafka: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskException("interrupted", e);
        }
    }

    /** Settings of a producer that a person waits for: it gives up when he would. */
    public static Map<String, Object> producerSettings(Map<String, String> client) {
        Map<String, Object> producer = new LinkedHashMap<>(client);
        producer.put("delivery.timeout.ms", TIMEOUT_MILLIS);
        producer.put("request.timeout.ms", "10000");
        producer.put("max.block.ms", TIMEOUT_MILLIS);
        return producer;
    }
}
