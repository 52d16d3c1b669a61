package org.lurewatch.job.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.graph.ExampleBundles;

class StartChecksTest {
    @TempDir
    private Path folder;

    @Test
    void aBundleOfThisVersionIsFineWithControlAndWithout() throws Exception {
        Path good = ExampleBundles.folder(ExampleBundles.write(folder, 40));

        assertEquals(List.of(), problems("bundle: '" + good + "'", false));
        assertEquals(List.of(), problems("bundle: '" + good + "', successor: '" + good + "'", true));
        assertEquals(List.of(), problems("", true));
    }

    @Test
    void withoutControlABundleOfAnotherVersionIsAProblemWithItsRemedy() throws Exception {
        Path old = ExampleBundles.folder(ExampleBundles.outdated(folder, 41));

        assertEquals(List.of(outdated("detection.bundle", old)), problems("bundle: '" + old + "'", false));
    }

    @Test
    void withControlTheJobStartsAllTheSame() throws Exception {
        Path old = ExampleBundles.folder(ExampleBundles.outdated(folder, 42));

        assertEquals(List.of(), problems("bundle: '" + old + "'", true));
    }

    @Test
    void aSuccessorHasToBeOfThisVersion() throws Exception {
        Path old = ExampleBundles.folder(ExampleBundles.outdated(folder, 43));

        assertEquals(List.of(outdated("detection.successor", old)), problems("successor: '" + old + "'", true));
        List<String> missing = problems("successor: '" + folder.resolve("nowhere") + "'", true);
        assertEquals(1, missing.size());
        assertTrue(missing.get(0).startsWith("there is no model bundle in "), missing::toString);
    }

    private static String outdated(String setting, Path bundle) {
        return setting + ": the bundle in " + bundle
                + " has format 1 and feature version 2, but this version of Lurewatch"
                + " needs format " + BundleVersion.CURRENT.format() + " and feature version "
                + BundleVersion.CURRENT.features() + ": name one of this version, or train it again";
    }

    private static List<String> problems(String detection, boolean control) {
        return StartChecks.bundleProblems(ConfigReader.parse(
                "{kafka: {bootstrapServers: 'localhost:1'}, detection: {" + detection + "}, control: {enabled: "
                        + control + "}}",
                Map.of()));
    }
}
