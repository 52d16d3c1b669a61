package org.lurewatch.lab.broker;

import static java.util.Map.entry;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.lurewatch.lab.LabException;

/**
 * A real Kafka broker, with its controller, in this JVM: reachable from this machine only, on a free port, with its data
 * in a temporary folder that goes when it is closed.
 */
public final class EmbeddedKafka implements AutoCloseable {
    /** Above the job's own limit, so that it is the job that refuses what is too large. */
    private static final int LARGEST_MESSAGE = 8 << 20;

    private static final String PATIENCE_MILLIS = "600000";

    /** Of a broker that is alone. */
    public static final Map<String, String> SETTINGS = Map.ofEntries(
            entry("message.max.bytes", String.valueOf(LARGEST_MESSAGE)),
            entry("auto.create.topics.enable", "false"),
            // What is sent with a time of last month is to be read, however long the broker runs.
            entry("log.retention.ms", "-1"),
            entry("offsets.topic.replication.factor", "1"),
            entry("offsets.topic.num.partitions", "1"),
            entry("transaction.state.log.replication.factor", "1"),
            entry("transaction.state.log.min.isr", "1"),
            entry("transaction.state.log.num.partitions", "1"),
            entry("transaction.max.timeout.ms", "900000"),
            entry("group.initial.rebalance.delay.ms", "0"),
            // No other broker could take its place if the controller lost contact with it for a while.
            entry("broker.session.timeout.ms", PATIENCE_MILLIS),
            entry("initial.broker.registration.timeout.ms", PATIENCE_MILLIS));

    private final KafkaClusterTestKit cluster;

    private EmbeddedKafka(KafkaClusterTestKit cluster) {
        this.cluster = cluster;
    }

    /** Starts the broker and waits until it answers. */
    public static EmbeddedKafka start() {
        try {
            KafkaClusterTestKit.Builder builder = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                    .setCombined(true)
                    .setNumBrokerNodes(1)
                    .setNumControllerNodes(1)
                    .build());
            SETTINGS.forEach(builder::setConfigProp);
            KafkaClusterTestKit cluster = builder.build();
            formatQuietly(cluster);
            cluster.startup();
            cluster.waitForReadyBrokers();
            return new EmbeddedKafka(cluster);
        } catch (Exception e) {
            throw new LabException("the embedded Kafka broker did not start: " + e.getMessage(), e);
        }
    }

    /** Without the lines that Kafka prints straight to standard output, where only results belong. */
    private static void formatQuietly(KafkaClusterTestKit cluster) throws Exception {
        PrintStream standardOutput = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            cluster.format();
        } finally {
            System.setOut(standardOutput);
        }
    }

    /** Host and port for Kafka clients on this machine. */
    public String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }
}
