package org.lurewatch.cli.analyst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.trainer.compare.Promotion;
import picocli.CommandLine;

/** Small runs of {@code train}, {@code evaluate} and {@code compare} on written examples, from their command lines. */
class EvaluateCommandTest {
    private static final String ENGLISH = "../../models/trainer/written/en.jsonl";
    private static final String INDONESIAN = "../../models/trainer/written/id.jsonl";

    @TempDir
    private static Path folder;

    private static Path bundle;

    @BeforeAll
    static void train() {
        bundle = folder.resolve("bundle");
        assertEquals(
                0,
                run(new TrainCommand(), INDONESIAN, "--out", bundle.toString()).exitCode());
    }

    @Test
    void foldsAndLeftOutLanguagesAreToldAsTextJsonAndPage() throws IOException {
        Path json = folder.resolve("scorecard.json");
        Path html = folder.resolve("scorecard.html");
        Run run = run(
                new EvaluateCommand(),
                ENGLISH,
                INDONESIAN,
                "--leave-out",
                "language",
                "--resamples",
                "200",
                "--json",
                json.toString(),
                "--html",
                html.toString());
        assertEquals(0, run.exitCode(), run.said());
        JsonNode views = new ObjectMapper().readTree(Files.readString(json)).path("views");
        List<String> names = new ArrayList<>();
        views.forEach(view -> names.add(view.path("name").asText()));
        assertEquals(
                List.of(
                        "All fields",
                        "Text only: title and description",
                        "Without its language: by detectors that saw none of it"),
                names);
        JsonNode leftOut = views.get(2).path("by").path("language");
        assertEquals(List.of("en", "id", "jv"), leftOut.findValuesAsText("name"));
        double seen = precision(views.get(0).path("by").path("language").get(0));
        double unseen = precision(leftOut.get(0));
        assertTrue(unseen > 0.5 && unseen < seen, unseen + " without English examples, " + seen + " with");
        assertTrue(run.said().contains("### By language: verdicts"), run.said());
        assertTrue(Jsoup.parse(Files.readString(html)).select("svg").size() >= 10);
    }

    @Test
    void aBundleIsMeasuredAtTheBaseRateAskedFor() {
        Run run = run(
                new EvaluateCommand(),
                INDONESIAN,
                "--bundle",
                bundle.toString(),
                "--base-rate",
                "0.01",
                "--volume",
                "500");
        assertEquals(0, run.exitCode(), run.said());
        assertTrue(run.said().contains("### A day of 500 postings, 1.00 % of them scams"), run.said());
        assertTrue(run.said().contains("figures of postings that it was trained on are too good"), run.said());
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() {
        Run run = run(new EvaluateCommand(), ENGLISH, "--bundle", bundle.toString(), "--leave-out", "source");
        assertEquals(2, run.exitCode());
        assertTrue(run.said().contains("--leave-out trains anew, so it cannot measure a --bundle"), run.said());
        Run oneSource = run(new EvaluateCommand(), INDONESIAN, "--leave-out", "source");
        assertEquals(2, oneSource.exitCode(), oneSource.said());
        assertTrue(oneSource.said().contains("nothing is left to learn scams from"), oneSource.said());
        assertFalse(oneSource.said().contains("training on"), "told before anything is trained");
        Run noBundle = run(new EvaluateCommand(), "--campaigns", ENGLISH);
        assertEquals(2, noBundle.exitCode());
        assertTrue(noBundle.said().contains("--campaigns needs a --bundle"), noBundle.said());
        assertEquals(2, run(new EvaluateCommand(), ENGLISH, "--resamples", "3").exitCode());
        assertEquals(
                2, run(new EvaluateCommand(), ENGLISH, "--base-rate", "1.5").exitCode());
    }

    @Test
    void aBundleMayTakeItsOwnPlace() throws IOException {
        Path json = folder.resolve("comparison.json");
        Run run =
                run(new CompareCommand(), bundle.toString(), bundle.toString(), INDONESIAN, "--json", json.toString());
        assertEquals(0, run.exitCode(), run.said());
        assertTrue(run.said().contains("B may take A's place"), run.said());
        JsonNode comparison = new ObjectMapper().readTree(Files.readString(json));
        assertEquals("granted", comparison.path("promotion").asText());
        assertTrue(comparison.path("changes").isMissingNode());
    }

    @Test
    void aBundleThatFindsFewerScamsOfALanguageIsRefused() throws IOException {
        Run run = run(
                new CompareCommand(), bundle.toString(), withALineThatFewReach().toString(), INDONESIAN);
        assertEquals(CompareCommand.REFUSED, run.exitCode(), run.said());
        assertTrue(run.said().contains("- language id: scams warned of got worse"), run.said());
        assertTrue(run.said().contains("| scam | LIKELY_SCAM | UNSURE |"), run.said());
    }

    @Test
    void theRulesOfPromotionAreInTheHelp() {
        String help = new CommandLine(new CompareCommand()).getUsageMessage().replaceAll("\\s+", " ");
        assertTrue(help.contains("more than " + 100 * Promotion.FALSE_ALARM_GATE + " % of everyday adverts"), help);
        assertTrue(help.contains("fewer than " + Promotion.FEWEST_JUDGED + " scams"), help);
        assertTrue(help.contains("A B PATH..."), help);
    }

    private static Path withALineThatFewReach() throws IOException {
        Path strict = Files.createDirectory(folder.resolve("strict"));
        try (Stream<Path> files = Files.list(bundle)) {
            for (Path file : files.toList()) {
                Files.copy(file, strict.resolve(file.getFileName()));
            }
        }
        Path manifest = strict.resolve("manifest.json");
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode changed = (ObjectNode) mapper.readTree(manifest.toFile());
        changed.withObject("/policy").put("likely", 0.999999);
        mapper.writeValue(manifest.toFile(), changed);
        return strict;
    }

    private static double precision(JsonNode slice) {
        return slice.path("figures").path("averagePrecision").path("estimate").asDouble();
    }

    private record Run(int exitCode, String said) {}

    private static Run run(Object command, String... arguments) {
        StringWriter said = new StringWriter();
        int exitCode = new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
        return new Run(exitCode, said.toString());
    }
}
