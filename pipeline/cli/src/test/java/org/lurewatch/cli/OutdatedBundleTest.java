package org.lurewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.lab.Installation;

/** A bundle of an earlier version is called what it is, in one sentence, whichever command is to use it. */
class OutdatedBundleTest {
    private static final String MISMATCH =
            " has format 1 and feature version 2, but this version of Lurewatch needs format "
                    + BundleVersion.CURRENT.format() + " and feature version " + BundleVersion.CURRENT.features();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path bundle;

    @BeforeEach
    void writeManifest() throws IOException {
        bundle = Files.createDirectory(folder.resolve("old"));
        Files.writeString(
                bundle.resolve(BundleLoader.MANIFEST), "{\"format\": 1, \"version\": \"2\", \"features\": 2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "screen --bundle OLD ../../models/trainer/written/en.jsonl",
                "sweep --bundle OLD --from 2026-11-20 --to 2026-11-21 --kafka localhost:1",
                "control publish --bundle OLD --by ann --kafka localhost:1",
                "evaluate --bundle OLD ../../models/trainer/written/en.jsonl",
                "compare OLD OLD ../../models/trainer/written/en.jsonl"
            })
    void isRefusedWithItsVersion(String command) {
        assertEquals(ExitCode.FAILURE, run(command));

        assertEquals(
                List.of("lurewatch: the bundle in " + bundle + MISMATCH + ": train it again with this version"),
                err.toString().lines().toList());
        assertEquals("", out.toString());
    }

    @Test
    void aJobThatOnlyTheSettingsGovernDoesNotStart() throws IOException {
        Path config = Files.writeString(
                folder.resolve("job.yaml"),
                "{kafka: {bootstrapServers: 'localhost:1', startTimeout: 1s}, checkpoint: {directory: 'file:///tmp'},"
                        + " detection: {bundle: '" + bundle + "'}}");

        assertEquals(2, run("run --config " + config));

        assertEquals(
                List.of(
                        "The job cannot start:",
                        "  detection.bundle: the bundle in " + bundle + MISMATCH
                                + ": name one of this version, or train it again"),
                err.toString().lines().limit(2).toList());
    }

    private int run(String command) {
        List<String> arguments =
                List.of(command.replace("OLD", bundle.toString()).split(" "));
        return CommandRun.of(new Installation(Path.of("../..")), out, err, arguments);
    }
}
