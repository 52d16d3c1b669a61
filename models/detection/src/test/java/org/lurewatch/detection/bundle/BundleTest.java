package org.lurewatch.detection.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;

/** What is written can be read, and what is damaged is refused with every problem named. */
class BundleTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        BundleWriter.write(folder, TestingBundle.contents());
    }

    @Test
    void aBundleIsReadAsItWasWritten() throws IOException {
        Assessment assessment = BundleLoader.load(folder).assess(posting("No experience needed, registration fee"));
        assertEquals(Verdict.LIKELY_SCAM, assessment.verdict());
        assertEquals(1 / (1 + Math.exp(-2)), assessment.score(), 1e-12);
        assertEquals("testing-1", assessment.bundle().version());
        assertEquals(
                BundleFiles.sha256(Files.readAllBytes(folder.resolve("manifest.json"))),
                assessment.bundle().digest());
    }

    @Test
    void theSameContentsGiveTheSameBytes(@TempDir Path other) throws IOException {
        BundleWriter.write(other, TestingBundle.contents());
        for (String file : List.of("manifest.json", "model.json", "scam-wording.f32z", "type.f32z", "lexicon.tsv")) {
            assertArrayEquals(Files.readAllBytes(folder.resolve(file)), Files.readAllBytes(other.resolve(file)), file);
        }
    }

    @Test
    void anotherBaseRateMovesTheScore() {
        JobPosting posting = posting("No experience needed");
        double atHalf = BundleLoader.load(folder).assess(posting).score();
        double rare = BundleLoader.load(folder, OptionalDouble.of(0.001))
                .assess(posting)
                .score();
        assertTrue(rare < atHalf);
        assertThrows(IllegalArgumentException.class, () -> BundleLoader.load(folder, OptionalDouble.of(1)));
    }

    @Test
    void aMissingBundleIsToldWithItsFolder() {
        Path nowhere = folder.resolve("nowhere");
        assertEquals(
                List.of("there is no model bundle in " + nowhere + ": manifest.json is missing"), problems(nowhere));
    }

    @Test
    void everyMissingFileIsTold() throws IOException {
        Files.delete(folder.resolve("model.json"));
        Files.delete(folder.resolve("type.f32z"));
        List<String> problems = problems(folder);
        assertEquals(2, problems.size());
        assertTrue(problems.get(0).startsWith("model.json cannot be read"), problems.get(0));
        assertTrue(problems.get(1).startsWith("type.f32z cannot be read"), problems.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lexicon.tsv", "places.tsv", "model.json", "scam-wording.f32z", "about-wording.f32z", "type.f32z"
            })
    void aTamperedFileIsTold(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve(file), bytes);
        List<String> problems = problems(folder);
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith(file + " is not the file that the manifest describes"), problems.get(0));
    }

    @Test
    void everyTruncatedFileIsTold() throws IOException {
        for (String file : List.of("lexicon.tsv", "scam-wording.f32z")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file));
            Files.write(folder.resolve(file), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        }
        assertEquals(2, problems(folder).size());
    }

    @Test
    void weightsThatDoNotFitAreToldThoughTheirDigestIsRight() throws IOException {
        replace("scam-wording.f32z", Weights.toBytes(new float[1][3]));
        assertTrue(problems(folder).get(0).startsWith("the weights are damaged"));
        replace("scam-wording.f32z", "no deflate".getBytes(StandardCharsets.UTF_8));
        assertTrue(problems(folder).get(0).startsWith("the weights are damaged"));
        float[][] infinite = new float[1][org.lurewatch.detection.features.TextFeatures.BUCKETS];
        infinite[0][5] = Float.POSITIVE_INFINITY;
        replace("scam-wording.f32z", Weights.toBytes(infinite));
        assertEquals(List.of("the weights are damaged: a weight is not a finite number"), problems(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"format\": 1}", "null", "\u0000"})
    void aManifestThatIsNoneIsTold(String manifest) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), manifest);
        List<String> problems = problems(folder);
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("manifest.json "), problems.get(0));
    }

    @Test
    void otherVersionsAreToldBothAtOnce() throws IOException {
        editManifest(manifest -> manifest.put("format", 99).put("features", 98));
        List<String> problems = problems(folder);
        assertEquals(2, problems.size());
        assertTrue(problems.get(0).contains("format 99"), problems.get(0));
        assertTrue(problems.get(1).contains("version 98"), problems.get(1));
    }

    @Test
    void aManifestThatNamesNoFilesNamesEveryMissingOne() throws IOException {
        editManifest(manifest -> manifest.putObject("files"));
        assertEquals(BundleFiles.ALL.size(), problems(folder).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "policy", "files"})
    void aManifestWithANullIsTold(String property) throws IOException {
        editManifest(manifest -> manifest.putNull(property));
        assertEquals(List.of("manifest.json lacks the version, the policy or the files"), problems(folder));
    }

    @Test
    void thresholdsThatCannotBeAreTold() throws IOException {
        editManifest(manifest -> manifest.withObject("/policy").put("likely", 0.1));
        assertTrue(problems(folder).get(0).startsWith("manifest.json is damaged"));
    }

    @Test
    void everyBrokenLineOfTheLexiconIsTold() throws IOException {
        replace(
                "lexicon.tsv",
                (TestingBundle.LEXICON_HEADER + "no_such\ten\ta\tany\tx\nfee_deposit\ten\tb\tany\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of(
                        "lexicon.tsv: lexicon line 2: there is no signal of the name in column 1",
                        "lexicon.tsv: lexicon line 3: 5 columns are needed, but there are 4"),
                problems(folder));
    }

    @Test
    void onlyTheFirstOfVeryManyProblemsAreTold() throws IOException {
        replace(
                "lexicon.tsv",
                (TestingBundle.LEXICON_HEADER + "broken\n".repeat(1_000)).getBytes(StandardCharsets.UTF_8));
        List<String> problems = problems(folder);
        assertEquals(21, problems.size());
        assertEquals("and 980 more problems", problems.get(20));
    }

    @Test
    void coefficientsThatDoNotFitAreTold() throws IOException {
        editModel(model -> {
            ObjectNode signals = model.withObject("/scam/signals");
            signals.remove("fee_deposit");
            signals.put("no_such", 1);
            model.withObject("/about").put("intercept", "NaN");
        });
        assertEquals(
                List.of(
                        "model.json: the head scam has no coefficient for [fee_deposit]",
                        "model.json: the head scam has coefficients for unknown signals [no_such]",
                        "model.json: the head about has a coefficient that is not a finite number"),
                problems(folder));
    }

    @Test
    void kindsThatCannotBeAreTold() throws IOException {
        editModel(model -> model.putArray("types"));
        assertEquals(List.of("model.json: at least 3 kinds of scam are needed, each once"), problems(folder));
        editModel(model ->
                model.putArray("types").add("advance_fee").add("task_scam").add("no_such"));
        assertEquals(List.of("model.json: there is a kind of scam that this program does not know"), problems(folder));
    }

    @Test
    void theBaselineOfTheProjectLoads() {
        Detector baseline = BundleLoader.load(Path.of("..", "baseline"));
        assertEquals("1", baseline.assess(posting("We hire a nurse")).postingId());
    }

    private static List<String> problems(Path bundle) {
        return assertThrows(BundleException.class, () -> BundleLoader.load(bundle))
                .problems();
    }

    private static JobPosting posting(String description) {
        return new JobPosting("1", "", Map.of(PostingField.DESCRIPTION, description), null, null);
    }

    /** Puts a file in place whose digest the manifest then rightly names. */
    private void replace(String file, byte[] bytes) throws IOException {
        Files.write(folder.resolve(file), bytes);
        editManifest(manifest -> manifest.withObject("/files").put(file, BundleFiles.sha256(bytes)));
    }

    private void editManifest(Consumer<ObjectNode> edit) throws IOException {
        ObjectNode manifest = (ObjectNode)
                BundleFiles.JSON.readTree(folder.resolve("manifest.json").toFile());
        edit.accept(manifest);
        Files.write(folder.resolve("manifest.json"), BundleFiles.JSON.writeValueAsBytes(manifest));
    }

    private void editModel(Consumer<ObjectNode> edit) throws IOException {
        ObjectNode model = (ObjectNode)
                BundleFiles.JSON.readTree(folder.resolve("model.json").toFile());
        edit.accept(model);
        replace("model.json", BundleFiles.JSON.writeValueAsBytes(model));
    }
}
