package org.lurewatch.lab.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.lurewatch.desk.kafka.KafkaTopic;
import org.lurewatch.desk.kafka.PatientProducer;

class EmbeddedKafkaIT {
    @Test
    void keepsWhatIsSentAndHidesWhatIsNotCommitted() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            Map<String, Object> address = Map.of("bootstrap.servers", kafka.bootstrapServers());
            TestingTopics.create(address, 1, "t");
            sendOneCommittedAndOneAborted(kafka);
            List<byte[]> values = new ArrayList<>();
            KafkaTopic topic = new KafkaTopic(Map.of("bootstrap.servers", kafka.bootstrapServers()), "t");
            topic.forEachBefore(topic.settledEnds(Duration.ofMinutes(10)), record -> values.add(record.value()));
            assertEquals(1, values.size());
            assertArrayEquals("committed".getBytes(UTF_8), values.get(0));
        }
    }

    @Test
    void aTopicTakesMoreThanOneBatchAtOnceAsSoonAsItIsCreated() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                KafkaProducer<byte[], byte[]> producer = PatientProducer.start(kafka.bootstrapServers(), Map.of())) {
            for (int number = 0; number < 10; number++) {
                String topic = "t" + number;
                TestingTopics.create(Map.of("bootstrap.servers", kafka.bootstrapServers()), 2, topic);
                List<Future<?>> sent = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    sent.add(producer.send(new ProducerRecord<>(topic, new byte[3_000])));
                }
                producer.flush();
                for (Future<?> each : sent) {
                    each.get();
                }
            }
        }
    }

    private static void sendOneCommittedAndOneAborted(EmbeddedKafka kafka)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "x"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("t", "aborted".getBytes(UTF_8))).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("t", "committed".getBytes(UTF_8)))
                    .get();
            producer.commitTransaction();
        }
    }
}
