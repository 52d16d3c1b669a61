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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.CampaignStanding;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.Verdict;

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
        waitingPostingsAreAssessedByTheBundleThatWasPublished(run);
        campaignsGrow(run);
        openWindowsKeepCounting(run);
        reviewsHold(run);
        deploymentsAreRemembered(run);
        assertEveryRecordIsAccountedFor(run, SavepointStory.POSTINGS.size());
        run.stop(folder);
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

    private static void waitingPostingsAreAssessedByTheBundleThatWasPublished(SavepointRun run) throws Exception {
        run.postings.open(SavepointStory.POSTINGS_BEFORE_SAVEPOINT + 1L);
        run.await(() -> run.count("waiting") == 0);
        run.await(() -> scored(run).equals(Set.of("w1", "w2", "w3", "a3")));

        for (ShadowScore score : run.shadowScores.written()) {
            assertEquals(SavepointStory.B.digest(), score.getChampion().getDigest());
            assertEquals(SavepointStory.C.digest(), score.getShadow().getDigest());
        }
        run.await(() -> run.newest().keySet().containsAll(Set.of("w1", "w3")));
        for (String lure : List.of("w1", "w3")) {
            assertEquals(Verdict.LIKELY_SCAM, run.newest().get(lure).getVerdict());
            assertEquals(
                    SavepointStory.B.digest(),
                    run.newest().get(lure).getBundle().getDigest());
        }
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
        run.await(() -> postings(run, HAND) == 4 && postings(run, OTHER_HAND) == 3);

        Campaign ofB = published(run, OTHER_HAND);
        assertEquals(List.of("board/b1", "board/b2", "board/b3"), ofB.getPostingKeys());
        assertEquals(CampaignStanding.CLEARED, ofB.getStanding(), "the review holds for those that join");
        assertEquals(Verdict.NO_SIGN_FOUND, ofB.getVerdict());
        assertEquals(
                List.of("board/a1", "board/a2", "board/w1", "board/a3"),
                published(run, HAND).getPostingKeys());
        assertFalse(run.newest().containsKey("b3"), "its campaign was cleared");
        assertFalse(run.newest().containsKey("a1"), "nothing new is known of it");
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

    private static void deploymentsAreRemembered(SavepointRun run) throws Exception {
        run.commands.open(SavepointStory.COMMANDS.size());
        run.await(() -> run.statuses.written().size() == 1);
        ControlStatus status = run.statuses.written().get(0);
        assertTrue(status.getAccepted(), status::getMessage);
        assertEquals(SavepointStory.C.digest(), status.getChampion());
        assertEquals(SavepointStory.B.digest(), status.getPrevious());
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

    private static Set<String> scored(SavepointRun run) {
        return run.shadowScores.written().stream()
                .map(ShadowScore::getPostingId)
                .collect(Collectors.toCollection(TreeSet::new));
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
