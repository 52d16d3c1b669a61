package org.lurewatch.cli.analyst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.json.AssessmentJson;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.trainer.compare.Promotion;
import org.lurewatch.trainer.data.SampleFiles;
import picocli.CommandLine;

/** Small runs of {@code train}, {@code evaluate} and {@code compare} on written examples, from their command lines. */
class EvaluateCommandTest {
    private static final String ENGLISH = "../../models/trainer/written/en.jsonl";
    private static final String INDONESIAN = "../../models/trainer/written/id.jsonl";

    @TempDir
    private static Path folder;

    private static Path bundle;

    /** Trains a bundle on written examples, and has it warn in languages that it was not measured in. */
    @BeforeAll
    static void train() throws IOException {
        bundle = folder.resolve("bundle");
        assertEquals(
                0,
                run(new TrainCommand(), INDONESIAN, "--out", bundle.toString()).exitCode());
        changePlatform(bundle, lines -> lines.put("askOnlyWhereUnmeasured", false));
    }

    @Test
    void unseenSitesAndLanguagesAndThenFoldsAreToldAsTextJsonAndPage() throws IOException {
        Path json = folder.resolve("scorecard.json");
        Path html = folder.resolve("scorecard.html");
        Run run = run(
                new EvaluateCommand(),
                ENGLISH,
                INDONESIAN,
                "--resamples",
                "200",
                "--json",
                json.toString(),
                "--html",
                html.toString());
        assertEquals(0, run.exitCode(), run.said());
        JsonNode root = new ObjectMapper().readTree(Files.readString(json));
        assertEquals(List.of("All fields", "Text only: title and description"), names(root.path("views")));
        JsonNode unseen = root.path("unseen");
        assertEquals(2, unseen.size());
        assertEquals(
                "Unseen sites and sources: by detectors that saw nothing of them",
                unseen.get(0).path("name").asText());
        assertEquals(
                "Unseen languages: by detectors that saw nothing of them",
                unseen.get(1).path("name").asText());
        int honest = root.path("views")
                .get(0)
                .path("by")
                .path("file")
                .get(0)
                .path("honest")
                .asInt();
        for (JsonNode each : unseen) {
            assertEquals(honest, each.path("sites").path("rows").asInt(), "every honest posting is judged once");
            assertEquals(
                    List.of("all fields", "description only", "without its language"),
                    names(each.path("parts")).subList(0, 3));
        }
        assertNotEquals(caught(unseen.get(0)), caught(unseen.get(1)), "detectors without a language are others");
        String said = run.said();
        assertTrue(said.indexOf("## Unseen sites") < said.indexOf("## Unseen languages"), said);
        assertTrue(said.indexOf("## Unseen languages") < said.indexOf("## All fields"), said);
        assertTrue(said.contains("judged fold 1 of 10 of the sites: "), said);
        assertTrue(said.contains("### By language: verdicts"), said);
        assertTrue(Jsoup.parse(Files.readString(html)).select("svg").size() >= 5);
    }

    private static List<String> names(JsonNode nodes) {
        List<String> names = new ArrayList<>();
        nodes.forEach(node -> names.add(node.path("name").asText()));
        return names;
    }

    /** Share of scams over the line that 1 % of the honest postings reach. */
    private static double caught(JsonNode unseen) {
        return unseen.path("files").get(0).path("over").get(0).path("rows").asDouble();
    }

    @Test
    void sitesOfAFileAreMeasuredOneByOne() throws IOException {
        Path boards = withSites("boards", "legitimate");
        Path chats = withSites("chats", "scam");
        Path json = folder.resolve("sites.json");
        Run run = run(
                new EvaluateCommand(),
                boards.toString(),
                chats.toString(),
                "--unseen",
                "sites",
                "--resamples",
                "200",
                "--json",
                json.toString());
        assertEquals(0, run.exitCode(), run.said());
        JsonNode unseen = new ObjectMapper().readTree(Files.readString(json)).path("unseen");
        assertEquals(1, unseen.size());
        assertTrue(unseen.get(0).path("ofSites").asBoolean());
        List<String> sites = names(unseen.get(0).path("sites").path("groups"));
        Collections.sort(sites);
        assertEquals(List.of("site0", "site1", "site2", "site3"), sites);
        assertEquals(4, unseen.get(0).path("files").get(0).path("sources").asInt());
    }

    /** The English examples of a label as a file that gathers four sites. */
    private static Path withSites(String name, String label) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(ENGLISH))) {
            ObjectNode example = (ObjectNode) mapper.readTree(line);
            if (example.path("label").asText().equals(label)
                    && !example.path("set").asText().equals("demo")) {
                example.put("dataset", "site" + lines.size() % 4).remove("group");
                lines.add(example.toString());
            }
        }
        return Files.write(folder.resolve(name + ".jsonl"), lines);
    }

    @Test
    void whatLeavesTooLittleToLearnFromIsLeftAwayUnlessAskedFor() {
        Run byDefault = run(new EvaluateCommand(), INDONESIAN, "--resamples", "200");
        assertEquals(0, byDefault.exitCode(), byDefault.said());
        assertTrue(byDefault.said().contains("not measured unseen: of the languages, without fold "), byDefault.said());
        assertTrue(byDefault.said().contains("## Unseen sites"), byDefault.said());
        assertFalse(byDefault.said().contains("## Unseen languages"), byDefault.said());
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
        assertTrue(run.said().indexOf("## Sites and sources, by the bundle")
                < run.said().indexOf("## All fields"));
        assertTrue(run.said().contains("| read | description only |"), run.said());
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() {
        Run run = run(new EvaluateCommand(), ENGLISH, "--bundle", bundle.toString(), "--unseen", "sites");
        assertEquals(2, run.exitCode());
        assertTrue(run.said().contains("--unseen trains anew, so it cannot measure a --bundle"), run.said());
        Run oneLanguage = run(new EvaluateCommand(), INDONESIAN, "--unseen", "sites,languages");
        assertEquals(2, oneLanguage.exitCode(), oneLanguage.said());
        assertTrue(oneLanguage.said().contains("too little is left to learn from"), oneLanguage.said());
        assertFalse(oneLanguage.said().contains("training on"), "told before anything is trained");
        Run unknown = run(new EvaluateCommand(), INDONESIAN, "--unseen", "source");
        assertEquals(2, unknown.exitCode(), unknown.said());
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
                new CompareCommand(),
                bundle.toString(),
                withALineThatFewReach("strict").toString(),
                INDONESIAN);
        assertEquals(CompareCommand.REFUSED, run.exitCode(), run.said());
        assertTrue(run.said().contains("- language id: scams warned of got worse"), run.said());
        assertTrue(run.said().contains("| scam | LIKELY_SCAM | UNSURE |"), run.said());
    }

    @Test
    void assessmentsOfAnotherProgramStandForA() throws IOException {
        List<String> assessments = assessments();
        Path same = Files.write(folder.resolve("same.jsonl"), assessments);
        Run run = run(new CompareCommand(), same.toString(), bundle.toString(), INDONESIAN);
        assertEquals(0, run.exitCode(), run.said());
        assertTrue(run.said().contains("B may take A's place"), run.said());
        Run strict = run(
                new CompareCommand(),
                same.toString(),
                withALineThatFewReach("other").toString(),
                INDONESIAN);
        assertEquals(CompareCommand.REFUSED, strict.exitCode(), strict.said());
        assertTrue(strict.said().contains("- language id: scams warned of got worse"), strict.said());
    }

    @Test
    void assessmentsThatLackAPostingOrHoldOneTwiceAreRefused() throws IOException {
        List<String> assessments = new ArrayList<>(assessments());
        String lost = identifier(assessments.remove(3));
        String twice = identifier(assessments.get(0));
        assessments.add(assessments.get(0));
        Path file = Files.write(folder.resolve("other.jsonl"), assessments);
        Run run = run(new CompareCommand(), file.toString(), bundle.toString(), INDONESIAN);
        assertEquals(1, run.exitCode(), run.said());
        assertTrue(run.said().contains("assessed twice: " + twice), run.said());
        assertTrue(run.said().contains("without an assessment: " + lost), run.said());
    }

    private static List<String> assessments() throws IOException {
        Detector detector = BundleLoader.load(bundle);
        return SampleFiles.read(List.of(Path.of(INDONESIAN))).stream()
                .map(sample ->
                        AssessmentJson.line(detector.assess(sample.labelled().posting())))
                .toList();
    }

    private static String identifier(String assessment) throws IOException {
        return new ObjectMapper().readTree(assessment).path("postingId").asText();
    }

    @Test
    void theRulesOfPromotionAreInTheHelp() {
        String help = new CommandLine(new CompareCommand()).getUsageMessage().replaceAll("\\s+", " ");
        assertTrue(
                help.contains("more than " + 100 * Promotion.FALSE_ALARM_GATE
                        + " % of the honest adverts of an average site"),
                help);
        assertTrue(help.contains("fewer than " + Promotion.FEWEST_JUDGED + " scams"), help);
        assertTrue(help.contains("A B PATH..."), help);
    }

    private static Path withALineThatFewReach(String name) throws IOException {
        Path strict = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(bundle)) {
            for (Path file : files.toList()) {
                Files.copy(file, strict.resolve(file.getFileName()));
            }
        }
        changePlatform(strict, lines -> lines.put("likely", 0.999999));
        return strict;
    }

    private static void changePlatform(Path folder, Consumer<ObjectNode> change) throws IOException {
        Path manifest = folder.resolve("manifest.json");
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = (ObjectNode) mapper.readTree(manifest.toFile());
        change.accept(root.withObject("/policies/lines/platform"));
        mapper.writeValue(manifest.toFile(), root);
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
