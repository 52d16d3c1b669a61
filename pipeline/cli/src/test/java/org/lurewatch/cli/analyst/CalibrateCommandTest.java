package org.lurewatch.cli.analyst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.lab.Installation;

/** A site's own adverts, from the command line to a bundle whose lines are theirs. */
class CalibrateCommandTest {
    private static final Installation HOME = new Installation(Path.of("..", ".."));
    private static final int ADVERTS = 60;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aCopyWarnsOfAsManyOfTheSitesAdvertsAsWasAsked() throws IOException {
        Path copy = folder.resolve("copy");
        Path own = own();

        assertEquals(ExitCode.GOOD, run("--own", own, "--out", copy, "--alarms-per-1000", "50"), err::toString);

        String version = BundleLoader.identify(HOME.baselineBundle()).version() + "-own";
        assertEquals(version, BundleLoader.identify(copy).version());
        assertEquals(
                0.05,
                BundleLoader.policies(copy).lines().get(PolicyChoice.PLATFORM).alarmShare());
        List<String> lines = out.toString().lines().toList();
        assertEquals(ADVERTS + " different adverts, and 1 that repeat one", lines.get(0));
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("platform   warn") && line.contains("5.00 %")),
                out::toString);
        assertEquals("bundle " + version + " written to " + copy, lines.get(lines.size() - 1));
        assertTrue(Files.readString(copy.resolve("MODEL_CARD.md")).contains("## Lines of version " + version));
    }

    @Test
    void tooFewAdvertsAreRefusedAndNothingIsWritten() throws IOException {
        Path copy = folder.resolve("copy");

        assertEquals(ExitCode.FAILURE, run("--own", own(), "--out", copy));

        assertEquals(
                "lurewatch: " + ADVERTS + " different adverts are too few to draw a line that 3 of 1,000 are over: 1000"
                        + " are needed, so that it rests on 3 of them",
                err.toString().lines().reduce((first, last) -> last).orElseThrow());
        assertFalse(Files.exists(copy));
    }

    @Test
    void theBundleItselfIsNotOverwritten() throws IOException {
        assertEquals(ExitCode.USAGE, run("--own", own(), "--out", HOME.baselineBundle()));
        assertTrue(err.toString().contains("--out must be another folder"), err.toString());
        assertEquals(ExitCode.USAGE, run("--own", own(), "--out", folder, "--alarms-per-1000", "1000"));
    }

    /** Honest adverts, one of them twice. */
    private Path own() throws IOException {
        try (Stream<String> lines = Files.lines(HOME.writtenExamples().resolve("en.jsonl"))) {
            List<String> adverts = new ArrayList<>(lines.filter(line -> line.contains("\"label\": \"legitimate\""))
                    .limit(ADVERTS)
                    .toList());
            adverts.add(adverts.get(0));
            return Files.write(folder.resolve("own.jsonl"), adverts);
        }
    }

    private int run(Object... arguments) {
        List<String> words = new ArrayList<>(List.of("calibrate"));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return CommandRun.of(HOME, out, err, words);
    }
}
