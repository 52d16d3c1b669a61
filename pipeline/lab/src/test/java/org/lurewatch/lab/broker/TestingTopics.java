package org.lurewatch.lab.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.TopicValues;
import org.lurewatch.job.start.TopicCreation;

/** Topics of a test's broker, which a test can use once they are created, and reads to their end. */
public final class TestingTopics {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private TestingTopics() {}

    /** @param client settings of a client that may create topics */
    public static void create(Map<String, Object> client, int partitions, String... names) throws Exception {
        try (Admin admin = Admin.create(client)) {
            TopicCreation.create(
                    admin,
                    Stream.of(names)
                            .map(name -> new NewTopic(name, partitions, (short) 1))
                            .toList(),
                    PATIENCE);
        }
    }

    /** All that was committed to a topic, once every transaction on it has ended. */
    public static <T extends SpecificRecordBase> List<T> read(String bootstrapServers, String topic, Class<T> type) {
        TopicValues<T> values = new TopicValues<>(type);
        List<T> records = new ArrayList<>();
        KafkaTopic read = new KafkaTopic(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "default.api.timeout.ms",
                        String.valueOf(PATIENCE.toMillis())),
                topic);
        read.forEachBefore(
                read.settledEnds(PATIENCE),
                record -> records.add(values.read(record).orElseThrow()));
        return records;
    }
}
