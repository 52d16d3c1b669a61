package org.lurewatch.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.cluster.ClusterPorts;

/**
 * A real broker that its clients reach by TLS and SCRAM-SHA-512 only, and that lets each do what it was granted and no
 * more. A second listener without either is for granting.
 */
final class SecureKafka implements AutoCloseable {
    static final String STORE_PASSWORD = "store-password";

    private final Path folder;
    private final int clients;
    private final int granting;
    private final KafkaRaftServer server;

    private SecureKafka(Path folder, int clients, int granting, KafkaRaftServer server) {
        this.folder = folder;
        this.clients = clients;
        this.granting = granting;
        this.server = server;
    }

    /** @param users passwords by name */
    static SecureKafka start(Path folder, Map<String, String> users) throws Exception {
        makeStores(folder);
        List<Integer> ports = ClusterPorts.free(3);
        int clients = ports.get(0);
        int granting = ports.get(1);
        int controller = ports.get(2);
        Properties settings = new Properties();
        settings.putAll(EmbeddedKafka.SETTINGS);
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "log.dirs", folder.resolve("log").toString(),
                "controller.quorum.voters", "1@localhost:" + controller,
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "GRANTING",
                "listener.security.protocol.map", "CLIENTS:SASL_SSL,GRANTING:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listeners",
                        "CLIENTS://localhost:" + clients + ",GRANTING://localhost:" + granting
                                + ",CONTROLLER://localhost:" + controller));
        settings.putAll(Map.of(
                "sasl.enabled.mechanisms", "SCRAM-SHA-512",
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "ssl.keystore.type", "PKCS12",
                "ssl.keystore.location", folder.resolve("server.p12").toString(),
                "ssl.keystore.password", STORE_PASSWORD,
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:ANONYMOUS"));
        format(folder, settings, users);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        return new SecureKafka(folder, clients, granting, server);
    }

    /** For clients with a name and a password. */
    String bootstrapServers() {
        return "localhost:" + clients;
    }

    /** For who grants rights and makes topics. */
    Map<String, Object> granting() {
        return Map.of("bootstrap.servers", "localhost:" + granting);
    }

    /** The certificates that clients trust, as PKCS12. */
    Path trustStore() {
        return folder.resolve("trust.p12");
    }

    private static void format(Path folder, Properties settings, Map<String, String> users) throws IOException {
        Path file = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        List<String> arguments = new ArrayList<>(
                List.of("format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()));
        users.forEach((name, password) -> arguments.addAll(
                List.of("--add-scram", "SCRAM-SHA-512=[name=" + name + ",password=" + password + "]")));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        if (StorageTool.execute(arguments.toArray(new String[0]), nowhere) != 0) {
            throw new IllegalStateException("the broker's folder could not be made");
        }
    }

    private static void makeStores(Path folder) throws Exception {
        Path certificate = folder.resolve("server.pem");
        keytool("-genkeypair", "-alias", "kafka", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2")
                .with("-dname", "CN=localhost", "-ext", "SAN=dns:localhost")
                .with("-storetype", "PKCS12", "-storepass", STORE_PASSWORD)
                .with("-keystore", "" + folder.resolve("server.p12"))
                .run();
        keytool("-exportcert", "-rfc", "-alias", "kafka", "-storepass", STORE_PASSWORD, "-file", "" + certificate)
                .with("-keystore", "" + folder.resolve("server.p12"))
                .run();
        keytool("-importcert", "-noprompt", "-alias", "kafka", "-storetype", "PKCS12", "-storepass", STORE_PASSWORD)
                .with("-file", "" + certificate, "-keystore", "" + folder.resolve("trust.p12"))
                .run();
    }

    private static Keytool keytool(String... arguments) {
        return new Keytool(new ArrayList<>(List.of("" + Path.of(System.getProperty("java.home"), "bin", "keytool"))))
                .with(arguments);
    }

    private record Keytool(List<String> command) {
        Keytool with(String... more) {
            command.addAll(List.of(more));
            return this;
        }

        void run() throws Exception {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
