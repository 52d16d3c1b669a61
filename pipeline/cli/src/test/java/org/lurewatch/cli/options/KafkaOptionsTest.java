package org.lurewatch.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.terminal.CommandFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class KafkaOptionsTest {
    @TempDir
    private Path folder;

    @Command(name = "testing")
    private static final class TestingCommand {
        @Mixin
        private final KafkaOptions kafka = new KafkaOptions(Map.of("PASSWORD", "s3cret"));
    }

    @Test
    void theCommandLineStandsOverTheFileAndSecretsComeFromTheEnvironment() throws Exception {
        Path file = Files.writeString(
                folder.resolve("client.properties"),
                "security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nssl.truststore.password=${PASSWORD}\n");

        Map<String, String> settings = parse(
                        "--kafka",
                        "b:9092",
                        "--property",
                        "sasl.mechanism=SCRAM-SHA-512",
                        "--properties-file",
                        "" + file)
                .clientSettings();

        assertEquals("b:9092", settings.get("bootstrap.servers"));
        assertEquals("SASL_SSL", settings.get("security.protocol"));
        assertEquals("SCRAM-SHA-512", settings.get("sasl.mechanism"));
        assertEquals("s3cret", settings.get("ssl.truststore.password"));
    }

    @Test
    void aValueMayHoldEqualsSigns() {
        String login =
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"a\" password=\"b\";";

        assertEquals(
                login,
                parse("--kafka", "b:9092", "--property", "sasl.jaas.config=" + login)
                        .clientSettings()
                        .get("sasl.jaas.config"));
    }

    @Test
    void aMissingBrokerIsAskedForWhereItIsNeeded() {
        KafkaOptions none = parse();

        assertFalse(none.isGiven());
        assertTrue(assertThrows(ParameterException.class, none::clientSettings)
                .getMessage()
                .contains("--kafka HOST:PORT"));
    }

    @Test
    void aMistakeIsNamedWithoutItsValue() throws Exception {
        assertRefused("isolation.level", "--property", "isolation.level=read_uncommitted");
        assertRefused("sasl.password", "--property", "sasl.password=hidden${MISSING}");
        Path file = Files.writeString(folder.resolve("bad.properties"), "x=hidden\\u12\n");
        assertTrue(assertThrows(CommandFailure.class, () -> parse("--kafka", "b:1", "--properties-file", "" + file)
                        .clientSettings())
                .getMessage()
                .endsWith("bad.properties cannot be read"));
    }

    private static void assertRefused(String named, String... options) {
        String[] all = {"--kafka", "b:1", options[0], options[1]};
        String message = assertThrows(ParameterException.class, () -> parse(all).clientSettings())
                .getMessage();
        assertTrue(message.contains(named), message);
        assertFalse(message.contains("hidden"), message);
    }

    private static KafkaOptions parse(String... options) {
        TestingCommand command = new TestingCommand();
        new CommandLine(command).parseArgs(options);
        return command.kafka;
    }
}
