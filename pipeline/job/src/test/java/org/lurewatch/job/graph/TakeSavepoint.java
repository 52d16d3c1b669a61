package org.lurewatch.job.graph;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.deployment.Deployment;
import org.lurewatch.schemas.Verdict;

/**
 * Takes the savepoint that {@link SavepointRestoreTest} restores, and records the output and the counters up to it. Runs
 * only where {@code -Dlurewatch.takeSavepoint=FOLDER} names a folder for them.
 */
class TakeSavepoint {
    private static final String FOLDER = "lurewatch.takeSavepoint";
    private static final List<String> COUNTERS = List.of(
            "in",
            "warned",
            "cleared",
            "rejected",
            "waiting",
            "reason.MALFORMED_JSON.rejected",
            "reason.DETECTION_FAILED.rejected",
            "unknownFields",
            "firstWarnings",
            "revised",
            "repeated",
            "withheld",
            "lateWarnings",
            "retracted",
            "updated",
            "reviews",
            "reviewsRejected",
            "reviewsWaiting",
            "commands",
            "commandsRejected");
    private static final InMemoryReporter METRICS = InMemoryReporter.create();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setConfiguration(METRICS.addToConfiguration(new Configuration()))
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(1)
            .build());

    @Test
    @EnabledIfSystemProperty(named = FOLDER, matches = ".+")
    void take(@InjectMiniCluster MiniCluster cluster, @TempDir Path temporary) throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty(FOLDER)));
        SavepointRun run = new SavepointRun(cluster, METRICS);

        run.start(Deployment.startingWith(SavepointStory.A), null);
        rememberCampaignsAndReviews(run);
        String first = run.stop(temporary);

        // The settings name no bundle any more, and the new champion's files disappear after the command was checked.
        SavepointStory.Store.limit(SavepointStory.B, 2);
        run.start(Deployment.NONE, first);
        letPostingsWait(run);
        SavepointStory.Store.unlimit();
        List<String> counts =
                COUNTERS.stream().map(name -> name + "\t" + run.count(name)).toList();
        Path second = Path.of(URI.create(run.stop(temporary)));

        Files.copy(second.resolve("_metadata"), folder.resolve("_metadata"), StandardCopyOption.REPLACE_EXISTING);
        Files.write(folder.resolve("output.tsv"), run.output());
        Files.write(folder.resolve("counts.tsv"), counts);
    }

    private static void rememberCampaignsAndReviews(SavepointRun run) throws Exception {
        run.postings.open(SavepointStory.POSTINGS_BEFORE_WAITING);
        run.await(() -> verdicts(run)
                .equals(Map.of(
                        "a1", Verdict.LIKELY_SCAM,
                        "a2", Verdict.LIKELY_SCAM,
                        "b1", Verdict.LIKELY_SCAM,
                        "b2", Verdict.LIKELY_SCAM,
                        "lone", Verdict.LIKELY_SCAM)));
        run.await(() -> !run.trends.written().isEmpty());
        run.reviews.open(SavepointStory.REVIEWS_BEFORE_SAVEPOINT);
        run.await(() -> verdicts(run)
                .equals(Map.of(
                        "a1", Verdict.LIKELY_SCAM,
                        "a2", Verdict.LIKELY_SCAM,
                        "b1", Verdict.NO_SIGN_FOUND,
                        "b2", Verdict.NO_SIGN_FOUND,
                        "h1", Verdict.LIKELY_SCAM,
                        "lone", Verdict.LIKELY_SCAM)));
        run.await(() -> run.count("reviewsWaiting") == 1);
    }

    private static void letPostingsWait(SavepointRun run) throws Exception {
        run.commands.open(SavepointStory.COMMANDS_BEFORE_SAVEPOINT);
        run.await(() -> run.statuses.written().stream()
                        .filter(status -> status.getCommandId().isEmpty())
                        .count()
                == 2);
        run.await(() -> run.statuses.written().size() == 6);
        run.postings.open(SavepointStory.POSTINGS_BEFORE_SAVEPOINT);
        run.await(() -> run.count("waiting") == 4);
        run.await(() -> run.count("rejected") == 3);
    }

    private static Map<String, Verdict> verdicts(SavepointRun run) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        run.newest().forEach((posting, warning) -> verdicts.put(posting, warning.getVerdict()));
        return verdicts;
    }
}
