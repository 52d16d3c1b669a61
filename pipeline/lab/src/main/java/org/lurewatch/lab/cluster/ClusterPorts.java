package org.lurewatch.lab.cluster;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.lurewatch.lab.LabException;

/**
 * Where the parts of a cluster listen, on this machine alone. A part that is started again listens where it did.
 *
 * @param broker for Kafka clients
 * @param controller the broker's own
 * @param zookeeper for Flink
 * @param rest Flink's REST service
 * @param jobManager for TaskManagers
 */
public record ClusterPorts(int broker, int controller, int zookeeper, int rest, int jobManager) {
    static final String HOST = "127.0.0.1";
    private static final int LOWEST_PORT = 20_000;
    private static final int PLACES_APART = 97;
    /** Where Linux begins with those that it gives to clients; other systems begin higher. */
    private static final int LOWEST_OF_CLIENTS = 32_768;

    /** Ports that nobody uses now. */
    static ClusterPorts free() {
        List<Integer> ports = free(5);
        return new ClusterPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    }

    /**
     * So many ports that nobody uses now, and that no client is given for its own end of a connection: one of those could
     * be taken before the server listens, or while it is away.
     */
    public static List<Integer> free(int count) {
        int range = LOWEST_OF_CLIENTS - LOWEST_PORT;
        // Processes that look at the same time begin at places far apart.
        int begin = (int) (ProcessHandle.current().pid() * PLACES_APART % range);
        return IntStream.range(0, range)
                .map(next -> LOWEST_PORT + (begin + next) % range)
                .filter(ClusterPorts::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static ClusterPorts read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return new ClusterPorts(
                    port(properties, "broker"),
                    port(properties, "controller"),
                    port(properties, "zookeeper"),
                    port(properties, "rest"),
                    port(properties, "jobmanager"));
        } catch (IOException | IllegalArgumentException e) {
            throw new LabException("the ports of the cluster cannot be read from " + file + ": " + e.getMessage(), e);
        }
    }

    private static int port(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name, ""));
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("broker", String.valueOf(broker));
        properties.setProperty("controller", String.valueOf(controller));
        properties.setProperty("zookeeper", String.valueOf(zookeeper));
        properties.setProperty("rest", String.valueOf(rest));
        properties.setProperty("jobmanager", String.valueOf(jobManager));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    /** Host and port for Kafka clients. */
    public String bootstrapServers() {
        return HOST + ":" + broker;
    }

    /** Flink's REST service, and its page for people. */
    public String restAddress() {
        return "http://" + HOST + ":" + rest;
    }
}
