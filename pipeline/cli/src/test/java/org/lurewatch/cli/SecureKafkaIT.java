package org.lurewatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.lab.minicluster.LocalJob;

/** Job and commands over TLS and SCRAM-SHA-512, each with the rights that docs/operate.md names and no others. */
class SecureKafkaIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final String JOB_PASSWORD = "correct horse";
    private static final String ANALYST_PASSWORD = "battery staple";
    private static final String GOOD = "{\"identifier\": \"a\", \"description\": \"waiter wanted\"}";
    private static final String SETTINGS = """
            kafka:
              bootstrapServers: ${KAFKA_BOOTSTRAP_SERVERS}
              properties:
                security.protocol: SASL_SSL
                sasl.mechanism: SCRAM-SHA-512
                sasl.jaas.config: >-
                  org.apache.kafka.common.security.scram.ScramLoginModule required
                  username="lurewatch" password="${KAFKA_PASSWORD}";
                ssl.truststore.type: PKCS12
                ssl.truststore.location: ${KAFKA_TRUST_STORE}
                ssl.truststore.password: ${KAFKA_TRUST_STORE_PASSWORD}
            checkpoint:
              interval: 500ms
              directory: ${LUREWATCH_CHECKPOINTS}
            detection:
              bundle: ${LUREWATCH_BUNDLE}
            control:
              enabled: true
            parallelism: 1
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SecureKafka kafka;

    @BeforeEach
    void start() throws Exception {
        kafka = SecureKafka.start(folder, Map.of("lurewatch", JOB_PASSWORD, "analyst", ANALYST_PASSWORD));
        TestingTopics.create(
                kafka.granting(),
                1,
                "postings",
                "warnings",
                "postings-rejected",
                "campaigns",
                "reviews",
                "trends",
                "control",
                "control-status",
                "shadow-scores");
        grant("lurewatch", "job");
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void theJobAndTheCommandsWorkWithTheRightsOfTheDocumentationAndAWrongPasswordIsTold() throws Exception {
        try (LocalJob job = LocalJob.start(config(JOB_PASSWORD))) {
            send("postings", GOOD);
            send("postings", "no posting");
            job.await(() -> job.counters().sum(FlowCounters.CLEARED) == 1
                    && job.counters().sum(FlowCounters.REJECTED) == 1);

            assertEquals(1, run(ANALYST_PASSWORD, "list"));
            assertTrue(err.toString().contains("Not authorized to access topics: [postings-rejected]"), err::toString);

            grant("analyst", "`rejects list`");
            do {
                job.requireRunning();
                assertEquals(0, run(ANALYST_PASSWORD, "list"), err::toString);
            } while (!out.toString().contains("rejects: 1 (1 UNKNOWN_FORMAT)"));
            assertEquals(1, run("wrong", "list"));
            assertTrue(err.toString().contains("Authentication failed"), err::toString);
            assertFalse(err.toString().contains("wrong"), "the password is not told");

            grant("analyst", "`rejects replay`");
            Path mended = Files.writeString(
                    folder.resolve("mended.jsonl"),
                    "{\"topic\": \"postings\", \"partition\": 0, \"offset\": 1, \"value\": \""
                            + GOOD.replace("\"", "\\\"") + "\"}");
            assertEquals(0, run(ANALYST_PASSWORD, "replay", "--mended", "" + mended, "--wait", "600"), err::toString);
            assertTrue(out.toString().startsWith("sent back: 1"), out::toString);
            job.await(() -> job.counters().sum(FlowCounters.CLEARED) == 2);
        }
    }

    @Test
    void aJobWithAWrongPasswordDoesNotStartAndSaysWhy() {
        JobConfig config = config("guessed");
        LabException failure = assertThrows(LabException.class, () -> LocalJob.start(config));
        assertTrue(failure.getMessage().contains("Authentication failed"), failure::getMessage);
        assertFalse(failure.getMessage().contains("guessed"), "the password is not told");
    }

    private JobConfig config(String password) {
        return ConfigReader.parse(
                SETTINGS,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafka.bootstrapServers(),
                        "KAFKA_PASSWORD",
                        password,
                        "KAFKA_TRUST_STORE",
                        kafka.trustStore().toString(),
                        "KAFKA_TRUST_STORE_PASSWORD",
                        SecureKafka.STORE_PASSWORD,
                        "LUREWATCH_CHECKPOINTS",
                        folder.resolve("state").toUri().toString(),
                        "LUREWATCH_BUNDLE",
                        HOME.baselineBundle().toAbsolutePath().toString()));
    }

    private int run(String password, String command, String... arguments) throws Exception {
        Path settings = Files.writeString(folder.resolve("client.properties"), """
                security.protocol=SASL_SSL
                sasl.mechanism=SCRAM-SHA-512
                sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \
                username="analyst" password="%s";
                ssl.truststore.type=PKCS12
                ssl.truststore.location=%s
                ssl.truststore.password=%s
                """.formatted(
                        password, kafka.trustStore(), SecureKafka.STORE_PASSWORD));
        List<String> all = new ArrayList<>(List.of("rejects", command, "--kafka", kafka.bootstrapServers()));
        all.addAll(List.of("--properties-file", "" + settings));
        all.addAll(List.of(arguments));
        return CommandRun.of(HOME, out, err, all);
    }

    /** Gives a user what the documentation says that somebody needs, and waits until the broker knows them. */
    private void grant(String user, String who) throws Exception {
        List<AclBinding> rights = new ArrayList<>();
        for (Map<String, String> row :
                DocumentTable.of("docs/operate.md", "Rights on Kafka").rows()) {
            if (row.get("who").equals(who)) {
                ResourceType type = ResourceType.fromString(row.get("kind").replace(' ', '_'));
                for (String right : row.get("may").split(", ")) {
                    for (String name : DocumentTable.codes(row, "names")) {
                        rights.add(new AclBinding(
                                resource(type, name),
                                new AccessControlEntry(
                                        "User:" + user, "*", AclOperation.fromString(right), AclPermissionType.ALLOW)));
                    }
                }
            }
        }
        assertFalse(rights.isEmpty(), who);
        try (Admin admin = Admin.create(kafka.granting())) {
            admin.createAcls(rights).all().get();
            while (!admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(rights)) {
                Thread.onSpinWait();
            }
        }
    }

    private static ResourcePattern resource(ResourceType type, String name) {
        return name.endsWith("*")
                ? new ResourcePattern(type, name.substring(0, name.length() - 1), PREFIXED)
                : new ResourcePattern(type, name, LITERAL);
    }

    private void send(String topic, String value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.granting(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, value.getBytes(UTF_8))).get();
        }
    }
}
