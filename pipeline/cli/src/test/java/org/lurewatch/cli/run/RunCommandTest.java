package org.lurewatch.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunCommandTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void everythingThatIsMissingIsToldAtOnce() throws IOException {
        Path config = config("""
                kafka:
                  bootstrapServers: localhost:1
                  startTimeout: 2s
                detection: {bundle: %1$s/no-bundle}
                extraSchemas: %1$s/no-schemas
                """.formatted(folder));

        int exitCode = run("--config", config.toString());

        assertEquals(2, exitCode);
        assertTrue(err.toString().startsWith("The job cannot start:"), err.toString());
        assertTrue(err.toString().contains("no-bundle"), err.toString());
        assertTrue(err.toString().contains("checkpoint.directory is needed"), err.toString());
        assertTrue(err.toString().contains("no-schemas: not a readable folder"), err.toString());
        assertTrue(
                err.toString()
                        .contains(
                                "Kafka cannot be reached at localhost:1 (kafka.bootstrapServers): no answer within 2 s"),
                err.toString());
        assertFalse(err.toString().contains("\tat "), "no stack trace unless --verbose");
    }

    @Test
    void aBrokerNameThatDoesNotExistIsTold() throws IOException {
        Path config = config("{kafka: {bootstrapServers: 'no-such-host.invalid:9092'}, detection: {bundle: none}}");

        assertEquals(2, run("--config", config.toString(), "--verbose"));

        assertTrue(err.toString().contains("Kafka cannot be reached at no-such-host.invalid:9092"), err.toString());
        assertTrue(err.toString().contains("\tat "), "a stack trace with --verbose");
    }

    @Test
    void aMisspeltKeyIsAnsweredWithASuggestion() throws IOException {
        Path config = config(
                "{kafka: {bootstrapServers: 'localhost:1'}, detecton: {bundle: none}, detection: {bundle: none}}");

        assertEquals(2, run("--config", config.toString()));

        assertTrue(err.toString().contains("  detecton is not a known key; did you mean detection?"), err.toString());
    }

    @Test
    void aMissingFileAndMissingArgumentsAreTold() {
        assertEquals(2, run("--config", folder.resolve("none.yaml").toString()));
        assertTrue(err.toString().contains("there is no configuration file"), err.toString());

        assertEquals(2, run());
        assertTrue(err.toString().contains("Missing required option: '--config=FILE'"), err.toString());
    }

    private Path config(String yaml) throws IOException {
        return Files.writeString(folder.resolve("job.yaml"), yaml);
    }

    private int run(String... args) {
        return new CommandLine(new RunCommand()).setErr(new PrintWriter(err)).execute(args);
    }
}
