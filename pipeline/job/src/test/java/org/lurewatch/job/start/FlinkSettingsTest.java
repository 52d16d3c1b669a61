package org.lurewatch.job.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.junit.jupiter.api.Test;
import org.lurewatch.job.config.ConfigReader;

class FlinkSettingsTest {
    @Test
    void checkpointsAreAsTheSettingsSayAndHoldWhatIsNewOnly() {
        Configuration flink = FlinkSettings.of(ConfigReader.parse("""
                kafka: {bootstrapServers: 'broker:9092'}
                delivery: at-least-once
                checkpoint: {interval: 2s, directory: 'file:///checkpoints', backend: rocksdb}
                detection: {bundle: none}
                """, Map.of()));

        assertEquals(Duration.ofSeconds(2), flink.get(CheckpointingOptions.CHECKPOINTING_INTERVAL));
        assertEquals(CheckpointingMode.AT_LEAST_ONCE, flink.get(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE));
        assertEquals("file:///checkpoints", flink.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY));
        assertEquals("rocksdb", flink.get(StateBackendOptions.STATE_BACKEND));
        assertTrue(
                flink.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS),
                "the state of ninety days is too large to be written whole every ten seconds");
        assertEquals("true", flink.getString("state.backend.rocksdb.use-bloom-filter", "false"));
    }

    @Test
    void metricsOfAJobInOneJvmAreToldAsThoseInContainers() throws IOException {
        Map<String, String> inOneJvm = FlinkSettings.of(
                        ConfigReader.parse(
                                "{kafka: {bootstrapServers: 'broker:9092'}, detection: {bundle: none}}", Map.of()),
                        9249)
                .toMap();
        YAMLMapper yaml = new YAMLMapper();
        String inContainers = yaml.readTree(new File("../../docker/compose.yaml"))
                .at("/x-flink/environment/FLINK_PROPERTIES")
                .textValue();

        assertEquals(
                ofMetrics(yaml.readValue(inContainers, new TypeReference<Map<String, String>>() {})),
                ofMetrics(inOneJvm));
        assertFalse(ofMetrics(inOneJvm).isEmpty());
    }

    private static Map<String, String> ofMetrics(Map<String, String> settings) {
        Map<String, String> metrics = new TreeMap<>(settings);
        metrics.keySet().removeIf(key -> !key.startsWith("metrics."));
        return metrics;
    }
}
