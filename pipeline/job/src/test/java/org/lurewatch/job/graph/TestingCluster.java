package org.lurewatch.job.graph;

import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.RpcOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/**
 * A cluster in the test's own JVM, with room for two tasks side by side. Its parts cannot lose each other; one that is
 * silent for a while lacks a processor on a busy machine, and is waited for.
 */
final class TestingCluster {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private TestingCluster() {}

    static MiniClusterExtension start() {
        return start(new Configuration());
    }

    /** @param settings to be added to */
    static MiniClusterExtension start(Configuration settings) {
        settings.set(RpcOptions.ASK_TIMEOUT_DURATION, PATIENCE);
        settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, PATIENCE);
        return new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
                .setConfiguration(settings)
                .setNumberTaskManagers(1)
                .setNumberSlotsPerTaskManager(2)
                .build());
    }
}
