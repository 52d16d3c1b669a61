package org.lurewatch.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
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
    }
}
