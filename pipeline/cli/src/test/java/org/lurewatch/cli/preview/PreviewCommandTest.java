package org.lurewatch.cli.preview;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.examples.TestingDetector;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.lab.Installation;

/** Two bundles and a file of postings, from the command line to the list of what would change. */
class PreviewCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<PolicyChoice> chosen = new ArrayList<>();
    private Path calm;
    private Path strict;

    @BeforeEach
    void bundles() throws IOException {
        calm = bundle("calm");
        strict = bundle("strict");
    }

    @Test
    void listsWhatWouldChangeWithItsFirstReason() throws IOException {
        Path postings = postings(
                "{\"identifier\": \"\\u202Eevil\", \"source\": \"board\", \"description\": \"Pay a deposit\"}",
                "{\"identifier\": \"2\", \"description\": \"Cook rice\"}",
                "{");

        assertEquals(ExitCode.GOOD, run(strict, "--against", calm, "--postings", postings), err::toString);

        assertEquals(
                List.of(
                        "2 postings, and 1 records that cannot be used",
                        "",
                        "       WARNED OF  ASKED ABOUT  BUNDLE",
                        "now            0            0  calm (digest " + digest(calm) + ")",
                        "then           1            0  strict (digest " + digest(strict) + ")",
                        "",
                        "1 warning more, the highest scores first:",
                        "  0.0000 -> 0.9000  no sign found -> likely scam  board/\\u202Eevil",
                        "      * +2.50 “deposit”  fee_deposit, indicator O01  (FTC)",
                        "",
                        "0 warnings fewer"),
                out.toString().lines().toList());
    }

    @Test
    void countsAllAndListsAsManyAsAskedFor() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lines.add("{\"identifier\": \"" + i + "\", \"description\": \"Pay a deposit\"}");
        }
        Path postings = postings(lines.toArray(String[]::new));

        assertEquals(ExitCode.GOOD, run(calm, "--against", strict, "--postings", postings, "--limit", 2));

        List<String> printed = out.toString().lines().toList();
        assertTrue(printed.contains("0 warnings more"), out::toString);
        assertTrue(printed.contains("5 warnings fewer, the highest scores first:"), out::toString);
        assertTrue(printed.contains("  and 3 more that are not listed"), out::toString);
    }

    @Test
    void bothBundlesDecideByTheSameLines() throws IOException {
        run(strict, "--against", calm, "--postings", postings("{}"), "--policy", "campaign");
        assertEquals(2, chosen.size());
        chosen.forEach(choice -> assertEquals("campaign", choice.policy()));
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertEquals(ExitCode.USAGE, run(strict));
        assertTrue(err.toString().contains("Which postings?"), err::toString);
        assertEquals(ExitCode.USAGE, run(strict, "--since", "1d", "--postings", postings("{}")));
        assertEquals(ExitCode.USAGE, run(strict, "--against", calm, "--since", "yesterday", "--kafka", "nowhere:1"));
        assertTrue(err.toString().contains("--since must be a time such as 30m"), err::toString);
        assertEquals(ExitCode.USAGE, run(strict, "--against", calm, "--since", "1d"));
        assertTrue(err.toString().contains("--kafka"), err::toString);
        assertEquals(ExitCode.FAILURE, run(strict, "--against", calm, "--postings", folder.resolve("none")));
        assertTrue(err.toString().contains("none does not exist"), err::toString);
        assertEquals(ExitCode.FAILURE, run(folder.resolve("no bundle"), "--against", calm, "--postings", calm));
        assertTrue(err.toString().contains("there is no model bundle in"), err::toString);
    }

    private int run(Object... arguments) {
        List<String> words = new ArrayList<>(List.of("preview"));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return Lurewatch.commandLine(new Installation(folder), Terminal.NONE, this::load)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(new String[0]));
    }

    private Detector load(Path bundle, PolicyChoice choice) {
        chosen.add(choice);
        TestingDetector strictly = new TestingDetector();
        return bundle.equals(strict)
                ? strictly
                : posting -> strictly.assess(posting.withTexts(Map.of(PostingField.DESCRIPTION, "Cook rice")));
    }

    private Path bundle(String version) throws IOException {
        Path bundle = Files.createDirectories(folder.resolve(version));
        Files.writeString(bundle.resolve("manifest.json"), "{\"version\": \"" + version + "\"}");
        return bundle;
    }

    private static String digest(Path bundle) {
        return BundleLoader.identify(bundle).digest().substring(0, 11) + "…";
    }

    private Path postings(String... lines) throws IOException {
        return Files.write(folder.resolve("postings.jsonl"), List.of(lines));
    }
}
