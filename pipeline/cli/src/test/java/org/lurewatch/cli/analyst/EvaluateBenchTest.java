package org.lurewatch.cli.analyst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.trainer.data.Sample;
import org.lurewatch.trainer.data.SampleFiles;
import picocli.CommandLine;

/** {@code evaluate --bench} from its command line, with the committed bundle. */
class EvaluateBenchTest {
    private static final Path BUNDLE = Path.of("../../models/baseline");
    private static final Path ENGLISH = Path.of("../../models/trainer/written/en.jsonl");
    private static final int FEW = 60;
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void theAttacksAreToldAsTextJsonAndPage() throws IOException {
        Path json = folder.resolve("bench.json");
        Path html = folder.resolve("bench.html");
        Path examples = Files.write(
                folder.resolve("few.jsonl"),
                Files.readAllLines(ENGLISH).stream().limit(FEW).toList());
        String said = execute(
                0,
                examples.toString(),
                "--bench",
                "--bundle",
                BUNDLE.toString(),
                "--resamples",
                "200",
                "--json",
                json.toString(),
                "--html",
                html.toString());
        BundleId bundle = BundleLoader.identify(BUNDLE);
        JsonNode root = new ObjectMapper().readTree(Files.readString(json));
        assertEquals("2026-11-30T12:00:00Z", root.path("run").path("at").asText());
        assertEquals(
                bundle.digest(), root.path("run").path("bundle").path("digest").asText());
        assertTrue(said.startsWith("Run on 2026-11-30 12:00 UTC, by bundle " + bundle.version()), said);

        List<JsonNode> medium = new ArrayList<>();
        root.path("attacks").forEach(attack -> {
            if (attack.path("strength").asText().equals("medium")) {
                medium.add(attack);
            }
        });
        assertEquals(
                List.of("misspelling", "honest padding", "field stuffing", "description only", "emoji"),
                medium.stream()
                        .map(attack -> attack.path("attack").asText())
                        .limit(5)
                        .toList());
        JsonNode kept = medium.get(0).path("kept");
        assertEquals(warnedOf(examples), kept.path("cases").asLong(), "each lure that the bundle warns of");
        assertTrue(kept.path("low").asDouble() < kept.path("high").asDouble(), kept.toString());

        Document page = Jsoup.parse(Files.readString(html));
        List<String> titles = page.select("h3").eachText();
        assertEquals("Kept under attack: of the lures warned of before, those that still are", titles.get(0));
        titles.forEach(title -> assertTrue(said.contains("### " + title), title));
        assertEquals(
                "misspelling", page.select("table").get(0).select("td").get(0).text());
    }

    @Test
    void onlyOneWayOfLeavingOutIsPossible() {
        assertTrue(execute(2, ENGLISH.toString(), "--bench", "--unseen", "sites,languages")
                .contains("--bench takes one of"));
    }

    private static long warnedOf(Path examples) throws IOException {
        Detector detector = BundleLoader.load(BUNDLE);
        return SampleFiles.read(List.of(examples)).stream()
                .filter(Sample::isScam)
                .filter(sample -> detector.assess(sample.labelled().posting()).verdict() == Verdict.LIKELY_SCAM)
                .count();
    }

    private static String execute(int exitCode, String... arguments) {
        StringWriter said = new StringWriter();
        int ended = new CommandLine(new EvaluateCommand(NOON))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
        assertEquals(exitCode, ended, said.toString());
        return said.toString();
    }
}
