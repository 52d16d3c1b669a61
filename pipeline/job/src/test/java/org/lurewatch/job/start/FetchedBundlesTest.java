package org.lurewatch.job.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.examples.ExamplePostings;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.assess.Detector;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.bundle.BundleException;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.detection.deployment.Published;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.job.graph.ExampleBundles;
import org.lurewatch.job.operators.control.BundleStore.UnusableBundleException;

class FetchedBundlesTest {
    private final FetchedBundles bundles = FetchedBundles.of(PolicyChoice.DEFAULT);

    @TempDir
    private Path folder;

    @Test
    void givesTheBundleThatLiesThere() throws Exception {
        Published published = ExampleBundles.write(folder, 31);
        JobPosting posting = ExamplePostings.posting("1", "registration fee, no experience needed");

        var loaded = bundles.load(published);

        assertEquals(ExampleBundles.load(published).assess(posting), loaded.assess(posting));
        assertSame(loaded, bundles.load(published), "a process loads it once");
        assertEquals(published, bundles.find(published.digest(), published.uri()));
    }

    @Test
    void keepsTheLastFewOnly() throws Exception {
        Published first = ExampleBundles.write(folder, 20);
        var loaded = bundles.load(first);
        for (int other = 21; other < 25; other++) {
            bundles.load(ExampleBundles.write(folder, other));
        }
        delete(first);

        assertThrows(UnusableBundleException.class, () -> bundles.load(first));
        assertEquals("example-20", versionOf(loaded));
    }

    @Test
    void refusesAnotherBundleATamperedOneAndNone() throws Exception {
        Published published = ExampleBundles.write(folder, 32);
        Published other = ExampleBundles.write(folder, 33);
        assertRefused("another bundle lies there", published.digest(), other.uri());

        ExampleBundles.tamper(published);
        assertRefused("lexicon.tsv", published.digest(), published.uri());

        assertRefused(
                "cannot be fetched",
                published.digest(),
                folder.resolve("nowhere").toUri().toString());
        assertRefused("cannot be fetched", published.digest(), "gopher://nobody/here");
        assertRefused("cannot be fetched", published.digest(), "");
        assertRefused("cannot be fetched", published.digest(), "a\u0000b");
    }

    @Test
    void aPublishedBundleDecidesByThePolicyOfTheSettings() throws Exception {
        Published published = ExampleBundles.write(folder, 1);
        JobPosting posting = ExamplePostings.posting("1", "registration fee");
        FetchedBundles campaign = FetchedBundles.of(
                new PolicyChoice(ExampleBundles.SENSITIVE, OptionalDouble.empty(), OptionalDouble.empty()));

        assertEquals(Verdict.UNSURE, bundles.load(published).assess(posting).verdict());
        assertEquals(
                Verdict.LIKELY_SCAM, campaign.load(published).assess(posting).verdict());
    }

    @Test
    void refusesABundleThatLacksThePolicyOfTheSettings() throws Exception {
        Published published = ExampleBundles.write(folder, 2);
        FetchedBundles unknown =
                FetchedBundles.of(new PolicyChoice("careful", OptionalDouble.empty(), OptionalDouble.empty()));
        assertEquals(
                List.of("the bundle has no policy \"careful\"; it has campaign, platform"),
                assertThrows(UnusableBundleException.class, () -> unknown.load(published))
                        .problems());
    }

    @Test
    void refusesAManifestThatIsNone() throws Exception {
        Published published = ExampleBundles.write(folder, 34);
        Files.writeString(ExampleBundles.folder(published).resolve(BundleLoader.MANIFEST), "[");

        assertRefused("manifest.json", published.digest(), published.uri());
    }

    @Test
    void aBundleThatWasReplacedOnDiskIsAnotherOne() throws Exception {
        Path replaced = ExampleBundles.folder(ExampleBundles.write(folder, 35));
        var first = bundles.load(only(FetchedBundles.deploymentOf(replaced)));
        assertSame(first, bundles.load(only(FetchedBundles.deploymentOf(replaced))));
        assertNotSame(
                first,
                FetchedBundles.of(PolicyChoice.DEFAULT.withBaseRate(0.5))
                        .load(only(FetchedBundles.deploymentOf(replaced))));

        Path manifest = replaced.resolve(BundleLoader.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest) + " ");
        assertNotSame(first, bundles.load(only(FetchedBundles.deploymentOf(replaced))));

        Files.delete(manifest);
        String message = assertThrows(BundleException.class, () -> FetchedBundles.deploymentOf(replaced))
                .getMessage();
        assertTrue(message.contains("there is no model bundle"), message);
    }

    @Test
    void findsABundleOfAnotherVersionByItsManifestAlone() throws Exception {
        Published outdated = ExampleBundles.outdated(folder, 37);

        assertEquals(outdated, bundles.find(outdated.digest(), outdated.uri()));
        assertEquals(
                outdated, only(FetchedBundles.deploymentOf(ExampleBundles.folder(outdated))), "for the settings, too");
    }

    @Test
    void findsNeitherAnotherBundleNorNone() throws Exception {
        Published published = ExampleBundles.write(folder, 38);

        for (String uri : List.of(ExampleBundles.write(folder, 39).uri(), "file:///nowhere", "gopher://nobody/here")) {
            assertThrows(UnusableBundleException.class, () -> bundles.find(published.digest(), uri));
        }
    }

    @Test
    void saysEverythingThatIsWrongWithABundle() throws Exception {
        Published published = ExampleBundles.write(folder, 36);
        ExampleBundles.tamper(published);
        Path places = ExampleBundles.folder(published).resolve("places.tsv");
        Files.writeString(places, Files.readString(places) + "place\tmul\tNantes\tany\ttest\n");

        assertEquals(
                2,
                assertThrows(UnusableBundleException.class, () -> bundles.load(published))
                        .problems()
                        .size());
    }

    private static Published only(Deployment deployment) {
        return deployment.find(deployment.champion()).orElseThrow();
    }

    private void assertRefused(String why, String digest, String uri) {
        Published bundle = new Published(digest, uri, "any", BundleVersion.CURRENT);
        String message = assertThrows(UnusableBundleException.class, () -> bundles.load(bundle))
                .getMessage();
        assertTrue(message.contains(why), message);
    }

    private static String versionOf(Detector detector) {
        return detector.assess(ExamplePostings.posting("1", "any")).bundle().version();
    }

    private static void delete(Published bundle) throws Exception {
        Files.delete(ExampleBundles.folder(bundle).resolve(BundleLoader.MANIFEST));
    }
}
