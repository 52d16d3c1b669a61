package org.lurewatch.desk.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what was committed to a topic, from its beginning. */
public final class TopicReader<T extends SpecificRecordBase> implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicValues<T> values;
    private long count;

    /**
     * Reads a topic from its beginning, committed records alone.
     *
     * @param type of the records
     */
    public TopicReader(String bootstrapServers, String topic, Class<T> type) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.values = new TopicValues<>(type);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What has come since the last call, after waiting a little for it. */
    public List<T> poll(Duration patience) {
        List<T> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(patience)) {
            records.add(values.read(message)
                    .orElseThrow(() -> new IllegalStateException(
                            "topic " + message.topic() + " holds what the job cannot have sent")));
        }
        count += records.size();
        return records;
    }

    /** How many records were read. */
    public long count() {
        return count;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
