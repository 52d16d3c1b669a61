package org.lurewatch.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.KafkaConfig;
import org.lurewatch.job.start.KafkaProbe;
import org.lurewatch.lab.broker.EmbeddedKafka;

/** A real broker that is there, and is lost. */
class KafkaProbeIT {
    @Test
    void aLostBrokerIsToldWithItsAddress() throws Exception {
        EmbeddedKafka broker = EmbeddedKafka.start();
        KafkaConfig kafka = ConfigReader.parse(
                        "{kafka: {bootstrapServers: '${SERVERS}'}, detection: {bundle: none}}",
                        Map.of("SERVERS", broker.bootstrapServers()))
                .kafka();
        try (KafkaProbe probe = new KafkaProbe(kafka)) {
            assertEquals(Optional.empty(), probe.failure());

            broker.close();

            String failure = probe.failure().orElseThrow();
            assertTrue(failure.startsWith("no answer from " + kafka.bootstrapServers() + ", "), failure);
        }
    }
}
