package org.lurewatch.desk.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends very many records. It gives up none while the broker is away or the machine is busy, and sends none twice. */
public final class PatientProducer {
    private static final String PATIENCE_MILLIS = "600000";

    private PatientProducer() {}

    /**
     * Starts one.
     *
     * @param settings further ones
     */
    public static KafkaProducer<byte[], byte[]> start(String bootstrapServers, Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", bootstrapServers);
        all.put("delivery.timeout.ms", PATIENCE_MILLIS);
        all.put("max.block.ms", PATIENCE_MILLIS);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
