package org.lurewatch.detection.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.LanguageCoverage;
import org.lurewatch.detection.assess.Policies;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.Sha256;

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
                Sha256.hex(Files.readAllBytes(folder.resolve("manifest.json"))),
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
        double rare = BundleLoader.load(folder, PolicyChoice.DEFAULT.withBaseRate(0.001))
                .assess(posting)
                .score();
        assertTrue(rare < atHalf);
    }

    @Test
    void thePolicyThatIsAskedForDecides() {
        JobPosting posting = posting("No experience needed, high salary");
        Detector platform = BundleLoader.load(folder);
        Detector campaign = BundleLoader.load(folder, policy("campaign"));
        assertEquals(Verdict.UNSURE, platform.assess(posting).verdict());
        assertEquals(new Thresholds(0.5, 0.2, 0.6), campaign.assess(posting).thresholds());
        assertEquals("campaign", campaign.assess(posting).policy().policy());
        assertEquals(
                List.of("the bundle has no policy \"campain\"; it has campaign, careful, platform"),
                assertThrows(BundleException.class, () -> BundleLoader.load(folder, policy("campain")))
                        .problems());
    }

    @Test
    void alarmsThatTheBundleCannotPromiseAreRefused() {
        PolicyChoice choice = new PolicyChoice("platform", OptionalDouble.empty(), OptionalDouble.of(0.5));
        assertEquals(
                List.of(
                        "the bundle's table of honest scores reaches from 1 to 10 alarms per 1,000 adverts, so 0.5 cannot"
                                + " be chosen"),
                assertThrows(BundleException.class, () -> BundleLoader.load(folder, choice))
                        .problems());
    }

    @Test
    void aCopyWithOtherLinesScoresTheSame(@TempDir Path copy) throws IOException {
        Policies before = BundleLoader.policies(folder);
        Policies after = new Policies(
                before.trainedPrior(),
                before.baseRate(),
                before.about(),
                new TreeMap<>(Map.of("platform", new Policies.Lines(0.003, 0.05, 0.99, 0.9, true))),
                before.honest());
        LanguageCoverage more = BundleLoader.languages(folder)
                .plus(new LanguageCoverage(new TreeMap<>(Map.of(
                        "pl", new LanguageCoverage.Rows(1, 0),
                        "it", new LanguageCoverage.Rows(5, 0)))));
        BundleWriter.copy(folder, copy, "testing-1-own", after, more, Map.of("lines", "drawn elsewhere"));
        for (String file : BundleFiles.ALL) {
            assertArrayEquals(Files.readAllBytes(folder.resolve(file)), Files.readAllBytes(copy.resolve(file)), file);
        }
        assertEquals(after, BundleLoader.policies(copy));
        assertTrue(BundleLoader.languages(copy).isMeasured("pl"));
        assertFalse(BundleLoader.languages(copy).isMeasured("it"));
        assertFalse(BundleLoader.languages(folder).isMeasured("pl"));
        JobPosting posting = posting("No experience needed, registration fee");
        Assessment here = BundleLoader.load(folder).assess(posting);
        Assessment there = BundleLoader.load(copy).assess(posting);
        assertEquals(here.score(), there.score());
        assertEquals(Verdict.NO_SIGN_FOUND, there.verdict());
        assertEquals("testing-1-own", there.bundle().version());
        String manifest = Files.readString(copy.resolve("manifest.json"));
        assertTrue(manifest.contains("\"lines\" : \"drawn elsewhere\""), manifest);
        assertTrue(manifest.contains("\"made\" : \"by hand\""), manifest);
    }

    @Test
    void aDamagedBundleIsNotCopied(@TempDir Path copy) throws IOException {
        Files.writeString(folder.resolve("lexicon.tsv"), "another");
        Policies policies = BundleLoader.policies(folder);
        assertThrows(
                BundleException.class,
                () -> BundleWriter.copy(folder, copy, "copy", policies, LanguageCoverage.NONE, Map.of()));
        assertTrue(Files.notExists(copy.resolve("manifest.json")));
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
    void aBundleOfAnotherVersionIsIdentifiedAllTheSameAndToldInOneSentence() throws IOException {
        editManifest(manifest -> manifest.put("format", 99)
                .put("features", 98)
                .put("policy", "older")
                .remove("policies"));
        Files.delete(folder.resolve("model.json"));

        assertEquals(
                List.of("the bundle in " + folder
                        + " has format 99 and feature version 98, but this version of Lurewatch"
                        + " needs format " + BundleVersion.CURRENT.format() + " and feature version "
                        + BundleVersion.CURRENT.features() + ": train it again with this version"),
                problems(folder));
        assertEquals(new BundleVersion(99, 98), BundleLoader.version(folder));
        assertEquals("testing-1", BundleLoader.identify(folder).version());
    }

    @Test
    void aBundleOfVersion010IsToldFromADamagedOne() throws Exception {
        Path manifest =
                Path.of(BundleTest.class.getResource("/bundle/v1-manifest.json").toURI());
        Files.copy(manifest, folder.resolve("manifest.json"), StandardCopyOption.REPLACE_EXISTING);

        assertEquals(new BundleVersion(1, 2), BundleLoader.version(folder));
        assertEquals(1, problems(folder).size());
        assertTrue(problems(folder).get(0).contains("has format 1 and feature version 2"), problems(folder)::toString);
    }

    @Test
    void aManifestThatNamesNoFilesNamesEveryMissingOne() throws IOException {
        editManifest(manifest -> manifest.putObject("files"));
        assertEquals(BundleFiles.ALL.size(), problems(folder).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "policies", "languages", "files"})
    void aManifestWithANullIsTold(String property) throws IOException {
        editManifest(manifest -> manifest.putNull(property));
        assertEquals(
                List.of("manifest.json lacks the version, the policies, the languages or the files"), problems(folder));
    }

    @Test
    void thresholdsThatCannotBeAreTold() throws IOException {
        editManifest(manifest -> manifest.withObject("/policies/lines/platform").put("likely", 0.1));
        assertTrue(problems(folder).get(0).startsWith("manifest.json is damaged"));
    }

    @Test
    void aBundleWithoutTheDefaultPolicyIsTold() throws IOException {
        editManifest(manifest -> manifest.withObject("/policies/lines").remove("platform"));
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

    private static PolicyChoice policy(String name) {
        return new PolicyChoice(name, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static JobPosting posting(String description) {
        return new JobPosting("1", "", Map.of(PostingField.DESCRIPTION, description), null, null);
    }

    /** Puts a file in place whose digest the manifest then rightly names. */
    private void replace(String file, byte[] bytes) throws IOException {
        Files.write(folder.resolve(file), bytes);
        editManifest(manifest -> manifest.withObject("/files").put(file, Sha256.hex(bytes)));
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
