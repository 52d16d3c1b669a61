package org.lurewatch.job.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.testutils.logging.LoggerAuditingExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.job.operators.control.ControlledDetectOperator;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.Verdict;
import org.slf4j.event.Level;

/**
 * Restores a savepoint that {@link TakeSavepoint} took of an earlier version. Flink may not skip any state, and the job
 * carries on where that version stopped.
 */
class SavepointRestoreTest {
    /** Campaigns published before the savepoint. */
    private static final String HAND = "2a4c22defe5f741d6a471dc8f0d016e0";

    private static final String OTHER_HAND = "330cb18163ee2e4dfea51ac092bc113b";
    private static final InMemoryReporter METRICS = InMemoryReporter.create();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setConfiguration(METRICS.addToConfiguration(new Configuration()))
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(1)
            .build());

    @RegisterExtension
    final LoggerAuditingExtension log = new LoggerAuditingExtension(ControlledDetectOperator.class, Level.WARN);

    /** One run shows all of it, because each part builds on the one before. */
    @Test
    void aJobGoesOnFromTheSavepointOfAnEarlierVersion(@InjectMiniCluster MiniCluster cluster, @TempDir Path folder)
            throws Exception {
        Path kept = Path.of(
                SavepointRestoreTest.class.getResource("/state/v1-savepoint").toURI());
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.copy(kept.resolve("_metadata"), moved.resolve("_metadata"));
        List<String> before = Files.readAllLines(kept.resolve("output.tsv"));
        SavepointRun run = new SavepointRun(cluster, METRICS);

        run.start(Deployment.NONE, moved.toUri().toString());

        assertTheRestoreAloneWritesNothing(run);
        assertCountersAreRestored(run, Files.readAllLines(kept.resolve("counts.tsv")));
        postingsWaitForABundleOfThisVersion(run);
        theFirstThatIsPublishedAssessesThem(run);
        campaignsGrow(run);
        openWindowsKeepCounting(run);
        reviewsHold(run);
        assertEveryRecordIsAccountedFor(run, SavepointStory.POSTINGS.size());
        run.stop(folder);
        assertEquals(1, log.getMessages().size(), log.getMessages()::toString);
        linksOfContactsThatWereMisreadAreNotFound(run);
        assertNothingIsWrittenTwice(before, run.output());
    }

    private static void assertTheRestoreAloneWritesNothing(SavepointRun run) {
        assertEquals(List.of(), run.output());
    }

    private static void assertCountersAreRestored(SavepointRun run, List<String> counted) {
        List<String> counts = counted.stream()
                .map(line -> line.split("\t")[0])
                .map(name -> name + "\t" + run.count(name))
                .toList();
        assertEquals(counted, counts);
        assertEveryRecordIsAccountedFor(run, SavepointStory.POSTINGS_BEFORE_SAVEPOINT);
    }

    private static void assertEveryRecordIsAccountedFor(SavepointRun run, long in) {
        assertEquals(in, run.count("in"));
        assertEquals(in, run.count("warned") + run.count("cleared") + run.count("rejected") + run.count("waiting"));
    }

    private void postingsWaitForABundleOfThisVersion(SavepointRun run) throws Exception {
        run.await(() -> !run.statuses.written().isEmpty());
        run.postings.open(SavepointStory.POSTINGS_BEFORE_SAVEPOINT + 1L);
        run.await(() -> run.count("waiting") == 5);

        String why = "postings wait, because the champion cannot be used: bundle bbbbbbbbbbbb has format 1 and feature"
                + " version 2, but this version of Lurewatch needs format " + BundleVersion.CURRENT.format()
                + " and feature version "
                + BundleVersion.CURRENT.features() + ". A bundle of this version becomes the champion as soon as it is"
                + " published: lurewatch control publish --bundle DIR";
        assertEquals(List.of(why), log.getMessages());
        assertEquals(
                List.of(why),
                run.statuses.written().stream().map(ControlStatus::getMessage).toList());
        assertEquals(List.of(), run.output());
    }

    private static void theFirstThatIsPublishedAssessesThem(SavepointRun run) throws Exception {
        run.commands.open(SavepointStory.COMMANDS.size());
        run.await(() -> run.count("waiting") == 0);
        run.await(() -> run.newest().keySet().containsAll(Set.of("w1", "w3", "a3")));

        ControlStatus status = run.statuses.written().stream()
                .filter(each -> each.getCommandId().equals("c5"))
                .findFirst()
                .orElseThrow();
        assertTrue(status.getAccepted(), status::getMessage);
        assertEquals(SavepointStory.D.digest(), status.getChampion());
        assertEquals(SavepointStory.B.digest(), status.getPrevious());
        assertEquals(List.of(), run.shadowScores.written(), "the shadow is outdated, too");
        for (String lure : List.of("w1", "w3")) {
            assertEquals(Verdict.LIKELY_SCAM, run.newest().get(lure).getVerdict());
            assertEquals(
                    SavepointStory.D.digest(),
                    run.newest().get(lure).getBundle().getDigest());
        }
        assertEquals(
                List.of("w1", "w3"),
                run.warnings.written().stream()
                        .filter(warning -> warning.getRevision() == 1)
                        .map(ScamWarning::getPostingId)
                        .filter(posting -> posting.startsWith("w"))
                        .toList(),
                "in the order in which they came");
        run.await(() -> run.rejects.written().size() == 1);
        RejectedPosting reject = run.rejects.written().get(0);
        assertEquals(12, reject.getOffset());
        assertEquals(SavepointStory.POSTINGS.get(12).getValue(), reject.getValue());
        assertEquals(6, run.count("warned"));
        assertEquals(5, run.count("cleared"), "w2 and a3");
        assertEquals(4, run.count("rejected"));
        assertEquals(2, run.count("unknownFields"), "those of the waiting postings were counted when they were read");
    }

    private static void campaignsGrow(SavepointRun run) throws Exception {
        run.await(() -> Set.of("w1", "a3").stream()
                .allMatch(posting -> run.newest().containsKey(posting)
                        && HAND.equals(run.newest().get(posting).getCampaignId())));
        // b3, a1 unchanged, one for an hour that has ended, and one that moves event time on.
        run.postings.open(SavepointStory.POSTINGS_BEFORE_SAVEPOINT + 5L);
        run.await(() -> run.count("repeated") == 1);
        run.await(() -> postings(run, HAND) == 4);

        assertEquals(
                List.of("board/a1", "board/a2", "board/w1", "board/a3"),
                published(run, HAND).getPostingKeys(),
                "a3 has the text of a2, and w1 has the contact of a3");
        assertFalse(run.newest().containsKey("a1"), "nothing new is known of it");
    }

    /** In the savepoint the contact of b3 is that of a campaign, under the key of the first reading. */
    private static void linksOfContactsThatWereMisreadAreNotFound(SavepointRun run) {
        assertEquals(List.of("board/b1", "board/b2"), published(run, OTHER_HAND).getPostingKeys());
        assertFalse(run.newest().containsKey("b3"), "it is only unsure");
    }

    private static void openWindowsKeepCounting(SavepointRun run) throws Exception {
        run.await(() -> counted(run, "2026-11-20T08:00:00Z", 1, 2, 6, 3, 1));
        run.await(() -> counted(run, "2026-11-20T09:00:00Z", 1, 1, 8, 4, 2));
        run.postings.open(SavepointStory.POSTINGS.size());
        run.await(() -> counted(run, "2026-11-20T00:00:00Z", 24, 1, 15, 7, 3));
    }

    private static void reviewsHold(SavepointRun run) throws Exception {
        run.reviews.open(SavepointStory.REVIEWS_BEFORE_SAVEPOINT + 1L);
        run.await(() -> run.count("reviewsWaiting") == 2);
        run.reviews.open(SavepointStory.REVIEWS.size());
        run.await(() -> run.newest().containsKey("b1") && run.newest().get("b1").getVerdict() == Verdict.UNSURE);
        run.await(() -> published(run, OTHER_HAND).getStanding() == CampaignStanding.DISPUTED);
        assertFalse(run.newest().containsKey("a1"), "the only review of it waits for a second one");
    }

    /** Across both versions the revisions of each subject are 1, 2, 3 and so on. */
    private static void assertNothingIsWrittenTwice(List<String> before, List<String> after) {
        Map<String, List<Integer>> revisions = new TreeMap<>();
        List<String> all = new ArrayList<>(before);
        all.addAll(after);
        for (String line : all) {
            String[] parts = line.split("\t");
            revisions
                    .computeIfAbsent(parts[0] + " " + parts[1], unused -> new ArrayList<>())
                    .add(Integer.valueOf(parts[2]));
        }
        revisions.forEach((of, numbers) -> assertEquals(
                IntStream.rangeClosed(1, numbers.size()).boxed().toList(),
                numbers,
                () -> of + " in\n" + String.join("\n", all)));
    }

    private static Campaign published(SavepointRun run, String id) {
        return run.campaigns.written().stream()
                .filter(campaign -> campaign.getCampaignId().equals(id))
                .reduce((one, other) -> one.getRevision() > other.getRevision() ? one : other)
                .orElse(null);
    }

    private static int postings(SavepointRun run, String campaign) {
        Campaign published = published(run, campaign);
        return published == null ? 0 : published.getPostings();
    }

    private static boolean counted(
            SavepointRun run, String start, int hours, int revision, long postings, long likely, long unsure) {
        return run.trends
                .written()
                .contains(new Trend(
                        Instant.parse(start), hours, TrendDimension.ALL, "", postings, likely, unsure, revision));
    }
}
