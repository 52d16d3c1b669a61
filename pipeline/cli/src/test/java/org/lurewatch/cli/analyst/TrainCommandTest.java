package org.lurewatch.cli.analyst;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import picocli.CommandLine;

/** A small training run on written examples, from the command line to a bundle that detects. */
class TrainCommandTest {
    private static final List<String> LANGUAGES = List.of("en", "vi");

    @TempDir
    private static Path folder;

    private static Path first;
    private static Path second;
    private static String said;

    @BeforeAll
    static void train() throws IOException {
        first = folder.resolve("first");
        second = folder.resolve("second");
        said = train(first);
        train(second);
    }

    @Test
    void theSameExamplesGiveTheSameBytes() throws IOException {
        try (Stream<Path> files = Files.list(first)) {
            List<Path> written = files.sorted().toList();
            assertEquals(8, written.size(), written.toString());
            for (Path file : written) {
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(second.resolve(file.getFileName())),
                        file.getFileName().toString());
            }
        }
    }

    @Test
    void theBundleTellsALureFromAnHonestAdvert() {
        Detector detector = BundleLoader.load(first);
        Assessment lure = detector.assess(posting(
                "Customer service in Cambodia, 2000 USD a month, no experience, free flight. Telegram @boss_hr"));
        Assessment honest = detector.assess(posting(
                "St. Mary's Hospital seeks a registered nurse for its night ward. A nursing licence is required."));
        assertTrue(lure.score() > 10 * honest.score(), lure.score() + " is not far above " + honest.score());
        assertEquals("small", lure.bundle().version());
        assertTrue(!lure.evidence().isEmpty());
    }

    @Test
    void theModelCardTellsWhatWasRead() throws IOException {
        String card = Files.readString(first.resolve("MODEL_CARD.md"));
        long examples = 0;
        for (String language : LANGUAGES) {
            try (Stream<String> lines =
                    Files.lines(Path.of("..", "..", "models", "trainer", "written", language + ".jsonl"))) {
                examples += lines.filter(line -> !line.contains("\"set\": \"demo\""))
                        .count();
            }
        }
        assertTrue(card.contains("| examples.written | " + examples + " ("), card);
        assertTrue(card.contains("# Model card of bundle small"));
        assertTrue(said.contains("bundle small written to"), said);
    }

    private static String train(Path out) {
        List<String> arguments = new ArrayList<>();
        LANGUAGES.forEach(
                language -> arguments.add(Path.of("..", "..", "models", "trainer", "written", language + ".jsonl")
                        .toString()));
        arguments.addAll(List.of("--out", out.toString(), "--version", "small"));
        StringWriter said = new StringWriter();
        CommandLine command = new CommandLine(new TrainCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true));
        assertEquals(0, command.execute(arguments.toArray(String[]::new)), said::toString);
        return said.toString();
    }

    private static JobPosting posting(String description) {
        return new JobPosting("1", "", Map.of(PostingField.DESCRIPTION, description), null, null);
    }
}
