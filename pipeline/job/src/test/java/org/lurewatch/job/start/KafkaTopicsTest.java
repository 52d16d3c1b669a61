package org.lurewatch.job.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.config.ConfigReader;

class KafkaTopicsTest {
    @Test
    void kafkasClientGivesUpWhenTheTimeAllowedIsOver() {
        Properties client = KafkaTopics.clientProperties(ConfigReader.parse(
                        "{kafka: {bootstrapServers: 'localhost:1', startTimeout: 2s}, detection: {bundle: none}}",
                        Map.of())
                .kafka());

        assertEquals("2000", client.getProperty("request.timeout.ms"));
        assertEquals("2000", client.getProperty("default.api.timeout.ms"));
    }
}
