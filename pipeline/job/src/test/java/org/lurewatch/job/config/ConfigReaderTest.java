package org.lurewatch.job.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.deployment.VetoLimits;
import org.lurewatch.detection.posting.PostingLimits;

class ConfigReaderTest {
    private static final String MINIMAL = """
            kafka:
              bootstrapServers: broker:9092
            detection:
              bundle: bundles/baseline
            """;

    @TempDir
    Path folder;

    @Test
    void defaultsStandForEverythingThatIsNotSaid() {
        assertEquals(
                new JobConfig(
                        new KafkaConfig(
                                "broker:9092",
                                "lurewatch",
                                Map.of(),
                                new TopicsConfig(
                                        "postings",
                                        "warnings",
                                        "postings-rejected",
                                        "campaigns",
                                        "reviews",
                                        "trends",
                                        "control",
                                        "control-status",
                                        "shadow-scores"),
                                false,
                                4,
                                1,
                                StartingOffsets.COMMITTED_OR_EARLIEST,
                                Duration.ofMinutes(15),
                                Duration.ofSeconds(20)),
                        Delivery.EXACTLY_ONCE,
                        new CheckpointConfig(Duration.ofSeconds(10), Optional.empty(), Optional.empty()),
                        new DetectionConfig(
                                Optional.of(Path.of("bundles/baseline")),
                                Optional.empty(),
                                "platform",
                                Optional.empty(),
                                Optional.empty()),
                        new ControlConfig(false, VetoLimits.DEFAULT),
                        new CampaignsConfig(true, Duration.ofDays(90), 50),
                        new TrendsConfig(true),
                        new OutputConfig(
                                TopicFormat.AVRO,
                                TopicFormat.AVRO,
                                TopicFormat.AVRO,
                                TopicFormat.AVRO,
                                TopicFormat.AVRO,
                                TopicFormat.AVRO),
                        new RegistryConfig(Optional.empty(), "", "", "", "", "", 4, false),
                        new PostingLimits(1 << 20, 100_000),
                        Optional.empty(),
                        Optional.empty()),
                parse(MINIMAL));
    }

    @Test
    void aRegistryThatIsNeededIsMissedAndOneOfTwoSecretsIsEnough() {
        assertEquals(
                List.of("registry.url is needed where output is written as confluent"),
                assertThrows(ConfigException.class, () -> parse(MINIMAL + "output: {format: confluent}\n"))
                        .problems());
        assertEquals(
                List.of(
                        "registry.idBytes must be 4 or 8, not 5",
                        "registry.token stands in place of a username and password: give one of the two"),
                assertThrows(
                                ConfigException.class,
                                () -> parse(
                                        MINIMAL + "registry: {url: 'http://r', username: u, token: t, idBytes: 5}\n"))
                        .problems());
    }

    @Test
    void everyKeyIsRead() {
        JobConfig config = parse("""
                kafka:
                  bootstrapServers: a:1,b:2
                  groupId: group
                  properties:
                    security.protocol: SASL_SSL
                    fetch.max.bytes: 1000
                  topics: {postings: p, warnings: w, rejects: r, campaigns: c, reviews: v, trends: t, control: o,
                    controlStatus: s, shadowScores: h}
                  createTopics: true
                  partitions: 8
                  replication: 3
                  startingOffsets: latest
                  transactionTimeout: 10m
                  startTimeout: 5s
                delivery: at-least-once
                checkpoint:
                  interval: 500ms
                  directory: file:///checkpoints
                  backend: rocksdb
                detection:
                  bundle: /bundle
                  successor: /next
                  policy: campaign
                  alarmsPer1000: 2.5
                  baseRate: 0.001
                control: {enabled: true, veto: {minPostings: 500, maxAlarmRate: 0.1, maxRatio: 2.5}}
                campaigns: {enabled: false, expireAfter: 30d, reviewsPerDay: 7}
                trends: {enabled: false}
                output:
                  format: json
                  topics: {warnings: confluent, trends: avro}
                registry: {url: "https://registry", username: u, password: q, trustStore: /t, trustStorePassword: z,
                  idBytes: 8, register: true}
                limits:
                  maxPostingBytes: 2000
                  maxFieldChars: 1000
                extraSchemas: /schemas
                parallelism: 6
                """);

        assertEquals(
                new JobConfig(
                        new KafkaConfig(
                                "a:1,b:2",
                                "group",
                                Map.of("security.protocol", "SASL_SSL", "fetch.max.bytes", "1000"),
                                new TopicsConfig("p", "w", "r", "c", "v", "t", "o", "s", "h"),
                                true,
                                8,
                                3,
                                StartingOffsets.LATEST,
                                Duration.ofMinutes(10),
                                Duration.ofSeconds(5)),
                        Delivery.AT_LEAST_ONCE,
                        new CheckpointConfig(
                                Duration.ofMillis(500),
                                Optional.of("file:///checkpoints"),
                                Optional.of(StateBackend.ROCKSDB)),
                        new DetectionConfig(
                                Optional.of(Path.of("/bundle")),
                                Optional.of(Path.of("/next")),
                                "campaign",
                                Optional.of(2.5),
                                Optional.of(0.001)),
                        new ControlConfig(true, new VetoLimits(500, 0.1, 2.5)),
                        new CampaignsConfig(false, Duration.ofDays(30), 7),
                        new TrendsConfig(false),
                        new OutputConfig(
                                TopicFormat.CONFLUENT,
                                TopicFormat.JSON,
                                TopicFormat.JSON,
                                TopicFormat.AVRO,
                                TopicFormat.JSON,
                                TopicFormat.JSON),
                        new RegistryConfig(Optional.of("https://registry"), "u", "q", "", "/t", "z", 8, true),
                        new PostingLimits(2000, 1000),
                        Optional.of(Path.of("/schemas")),
                        Optional.of(6)),
                config);
    }

    @Test
    void theExampleFileShowsEveryKeyWithItsDefault() throws IOException {
        Path example = Path.of("example.yaml");

        assertEquals(
                parse("{kafka: {bootstrapServers: 'localhost:9092'}, detection: {bundle: models/baseline},"
                        + " checkpoint: {directory: 'file:///tmp/lurewatch-checkpoints'}, output: {format: json}}"),
                ConfigReader.read(example, Map.of()));
        String text = Files.readString(example);
        keysOf(JobConfig.class).forEach(key -> assertTrue(text.contains(key + ":"), key + " is missing"));
    }

    private static Stream<String> keysOf(Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents())
                .flatMap(component -> component.getType().isRecord()
                        ? Stream.concat(Stream.of(component.getName()), keysOf(component.getType()))
                        : Stream.of(component.getName()));
    }

    @Test
    void environmentVariablesAreFilledInAfterTheYamlIsParsed() {
        JobConfig config = ConfigReader.parse(
                """
                kafka:
                  bootstrapServers: ${SERVERS}
                  groupId: ${GROUP:lure:watch}
                  properties:
                    sasl.jaas.config: user ${USER:nobody} password "${PASSWORD}" plain $${x}
                detection:
                  bundle: ${BUNDLE:/opt/bundle}/v1
                parallelism: ${PARALLELISM:}
                """, Map.of("SERVERS", "broker:9092", "PASSWORD", "a: {b}\n#${SERVERS}", "USER", "me"));

        assertEquals("broker:9092", config.kafka().bootstrapServers());
        assertEquals("lure:watch", config.kafka().groupId());
        assertEquals(
                "user me password \"a: {b}\n#${SERVERS}\" plain ${x}",
                config.kafka().properties().get("sasl.jaas.config"));
        assertEquals(Optional.of(Path.of("/opt/bundle/v1")), config.detection().bundle());
        assertEquals(Optional.empty(), config.parallelism());
    }

    @Test
    void everyProblemIsToldAtOnce() {
        ConfigException thrown = assertThrows(ConfigException.class, () -> parse("""
                        kafka:
                          bootstrapServer: broker:9092
                          topics:
                            postings: same
                            warnings: same
                          createTopics: maybe
                          partitions: 0
                          properties:
                            group.id: mine
                            nested: {a: b}
                        delivery: exactly-twice
                        checkpoint:
                          interval: soon
                          directory: ${NOT_SET}
                        detection: here
                        limits:
                          maxFieldChar: 7
                        colour: red
                        paralelism: 2
                        """));

        assertEquals(
                List.of(
                        "kafka.properties.nested must be a single value",
                        "kafka.properties.group.id is set by the job and cannot be set here",
                        "kafka.bootstrapServers is needed",
                        "kafka.topics.* must be different topics: [same, same, postings-rejected, campaigns, reviews,"
                                + " trends, control, control-status, shadow-scores]",
                        "kafka.createTopics must be true or false, not \"maybe\"",
                        "kafka.partitions must be a whole number of at least 1, not \"0\"",
                        "kafka.bootstrapServer is not a known key; did you mean kafka.bootstrapServers?",
                        "delivery must be one of exactly-once, at-least-once, not \"exactly-twice\"",
                        "checkpoint.interval must be a time of at least 100ms, such as 500ms, 10s or 15m, not \"soon\"",
                        "checkpoint.directory uses an environment variable that is not set and has no default in"
                                + " ${NOT_SET}",
                        "detection must be a section with keys of its own",
                        "detection.bundle is needed",
                        "limits.maxFieldChar is not a known key; did you mean limits.maxFieldChars?",
                        "colour is not a known key; known here: campaigns, checkpoint, control, delivery, detection,"
                                + " extraSchemas, kafka, limits, output, parallelism, registry, trends",
                        "paralelism is not a known key; did you mean parallelism?"),
                thrown.problems());
    }

    @Test
    void aTransactionMustOutliveTheTimeBetweenTwoCheckpoints() {
        ConfigException thrown =
                assertThrows(ConfigException.class, () -> parse(MINIMAL + "checkpoint: {interval: 15m}\n"));

        assertTrue(thrown.getMessage().contains("kafka.transactionTimeout must be longer"), thrown.getMessage());
        assertEquals(
                Duration.ofMinutes(15),
                parse(MINIMAL + "checkpoint: {interval: 15m}\ndelivery: at-least-once\n")
                        .checkpoint()
                        .interval());
    }

    @Test
    void aKeyGivenTwiceAndBrokenYamlNameTheLine() {
        assertTrue(assertThrows(ConfigException.class, () -> parse(MINIMAL + MINIMAL))
                .getMessage()
                .contains("not valid YAML: line 5"));
        assertTrue(assertThrows(ConfigException.class, () -> parse("kafka: [\n"))
                .getMessage()
                .contains("not valid YAML"));
    }

    @Test
    void anEmptyFileMissesWhatIsNeeded() {
        assertEquals(
                List.of("kafka.bootstrapServers is needed", "detection.bundle is needed"),
                assertThrows(ConfigException.class, () -> parse("")).problems());
    }

    @Test
    void whereCommandsSayWhichBundleDecidesNoneNeedsToBeNamed() {
        JobConfig config = parse("{kafka: {bootstrapServers: 'a:1'}, control: {enabled: true}}");

        assertEquals(Optional.empty(), config.detection().bundle());
        assertEquals(
                List.of(
                        "control.veto.minPostings must be a whole number of at least 1, not \"0\"",
                        "control.veto.maxAlarmRate must be a number above 0 and below 1, not \"1\"",
                        "control.veto.maxRatio must be a number above 1.0, not \"1\"",
                        "control.veto.maxRate is not a known key; did you mean control.veto.maxRatio?",
                        "detection.bundle is needed"),
                assertThrows(
                                ConfigException.class,
                                () -> parse("{kafka: {bootstrapServers: 'a:1'}, control: {veto: {minPostings: 0,"
                                        + " maxAlarmRate: 1, maxRatio: 1, maxRate: 1}}}"))
                        .problems());
    }

    @Test
    void aMissingOrBinaryFileIsNamed() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xFF, 0});

        assertEquals(
                "there is no configuration file " + missing,
                assertThrows(ConfigException.class, () -> ConfigReader.read(missing, Map.of()))
                        .getMessage());
        assertTrue(assertThrows(ConfigException.class, () -> ConfigReader.read(binary, Map.of()))
                .getMessage()
                .contains("not valid UTF-8"));
    }

    @Test
    void secretsAreNotPrinted() {
        JobConfig config = ConfigReader.parse(
                MINIMAL.replace("broker:9092", "broker:9092\n  properties: {ssl.key.password: \"${SECRET}\"}"),
                Map.of("SECRET", "hunter2"));

        assertEquals("hunter2", config.kafka().properties().get("ssl.key.password"));
        assertFalse(config.toString().contains("hunter2"), config.toString());
    }

    @Property(tries = 500)
    void whateverAFileSaysOnlyAConfigExceptionComesOfIt(@ForAll String text) {
        assertThrows(ConfigException.class, () -> parse(text));
        assertThrows(ConfigException.class, () -> parse("kafka:\n  groupId: \"" + text + "\""));
    }

    private static JobConfig parse(String yaml) {
        return ConfigReader.parse(yaml, Map.of());
    }
}
