package org.lurewatch.job.start;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.lurewatch.job.config.KafkaConfig;

/** Asks the brokers whether they are there. */
public final class KafkaProbe implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final String servers;
    private final Admin admin;

    /**
     * One that can ask, whether they are there yet or not.
     *
     * @param kafka how to reach them
     */
    public KafkaProbe(KafkaConfig kafka) {
        servers = kafka.bootstrapServers();
        Properties properties = KafkaTopics.clientProperties(kafka);
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, kafka.groupId() + "-watch");
        admin = Admin.create(properties);
    }

    /** Why none of them answers, or nothing if one does. */
    public Optional<String> failure() throws InterruptedException {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                    .nodes()
                    .get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of("no answer from " + servers + ", " + e.getCause().getMessage());
        }
    }

    @Override
    public void close() {
        // One that waits for a lost broker would keep the run from ending.
        admin.close(Duration.ZERO);
    }
}
