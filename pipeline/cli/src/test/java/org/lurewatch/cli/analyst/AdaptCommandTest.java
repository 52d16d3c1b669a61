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
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.lab.Installation;

/** {@code train --from}, from the command line to a bundle or to the reason why there is none. */
class AdaptCommandTest {
    private static final Installation HOME = new Installation(Path.of("..", ".."));
    private static final String LURE = "\"label\": \"scam\"";
    private static final String KEPT_FOR_THE_DEMO = "\"set\": \"demo\"";
    private static final String HONEST = "\"label\": \"legitimate\"";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anAdaptedBundleIsWrittenAndNamedAfterTheOldOne() throws IOException {
        Path adapted = folder.resolve("adapted");

        int code = run(HOME.baselineBundle(), labels(written(LURE, 40), written(HONEST, 40)), adapted);

        assertEquals(ExitCode.GOOD, code, () -> out + "\n" + err);
        String version = BundleLoader.identify(HOME.baselineBundle()).version() + "-adapted";
        assertEquals(version, BundleLoader.identify(adapted).version());
        assertEquals(
                BundleLoader.policies(HOME.baselineBundle()), BundleLoader.policies(adapted), "its lines are the same");
        String said = out.toString();
        assertTrue(said.contains("| lures | 40 |"), said);
        assertTrue(said.contains("### Lures that it misses"), said);
        assertTrue(said.contains("bundle " + version + " written to " + adapted), said);
    }

    /** Adverts that read like the few lures are labelled as honest, so that nothing tells them apart. */
    @Test
    void aBundleThatGotWorseIsNotWritten() throws IOException {
        Path adapted = folder.resolve("adapted");
        List<String> labels = new ArrayList<>();
        for (String work : "driver typist cook guard clerk welder cleaner guide waiter singer".split(" ")) {
            for (String house : List.of("hotel", "office", "shop", "club")) {
                for (String travel : List.of("free flight", "visa paid", "we book the bus", "car to the border")) {
                    labels.add(
                            ("{\"posting\": {\"identifier\": \"%d\", \"description\": \"A %s for a %s in Cambodia, 2000 USD a"
                                            + " month, no experience, %s. Telegram @boss_hr\"}, %s}")
                                    .formatted(
                                            labels.size(),
                                            work,
                                            house,
                                            travel,
                                            labels.size() % 33 == 0 ? LURE : HONEST));
                }
            }
        }

        int code = run(HOME.baselineBundle(), labels(labels, written(HONEST, 60)), adapted);

        assertEquals(CompareCommand.REFUSED, code, () -> out + "\n" + err);
        assertTrue(out.toString().contains("### Refused"), out.toString());
        assertTrue(out.toString().contains("honest warned of got worse, B minus A is"), out.toString());
        assertTrue(out.toString().contains("no bundle was written"), out.toString());
        assertFalse(Files.exists(adapted));
    }

    @Test
    void tooFewLabelsEndWithWhatIsNeeded() throws IOException {
        Path adapted = folder.resolve("adapted");

        assertEquals(
                ExitCode.FAILURE, run(HOME.baselineBundle(), labels(written(LURE, 5), written(HONEST, 5)), adapted));

        assertTrue(
                err.toString().contains("lurewatch: 10 labels are too few to adapt a bundle: at least 30 are needed"),
                err.toString());
        assertFalse(Files.exists(adapted));
    }

    @Test
    void optionsOfAWholeTrainingAndTheBundleItselfAreNoArguments() throws IOException {
        Path labels = labels(written(LURE, 5), written(HONEST, 5));
        assertEquals(ExitCode.USAGE, run(HOME.baselineBundle(), labels, HOME.baselineBundle()));
        assertTrue(err.toString().contains("--out must be another folder"), err.toString());
        assertEquals(ExitCode.USAGE, run(HOME.baselineBundle(), labels, folder.resolve("x"), "--compare-classifiers"));
        assertTrue(err.toString().contains("are for a whole training"), err.toString());
    }

    private static List<String> written(String label, int most) throws IOException {
        try (Stream<String> lines = Files.lines(HOME.writtenExamples().resolve("en.jsonl"))) {
            return lines.filter(line -> line.contains(label) && !line.contains(KEPT_FOR_THE_DEMO))
                    .limit(most)
                    .toList();
        }
    }

    private Path labels(List<String> some, List<String> others) throws IOException {
        List<String> lines = new ArrayList<>(some);
        lines.addAll(others);
        return Files.write(folder.resolve("labels.jsonl"), lines);
    }

    private int run(Path from, Path labels, Path to, String... more) {
        List<String> words =
                new ArrayList<>(List.of("train", "--from", from.toString(), labels.toString(), "--out", to.toString()));
        words.addAll(List.of(more));
        return CommandRun.of(HOME, out, err, words);
    }
}
