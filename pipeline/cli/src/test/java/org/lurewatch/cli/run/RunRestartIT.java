package org.lurewatch.cli.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.job.watch.Trouble;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.lab.cluster.RunProcess;
import org.lurewatch.lab.examples.DemoRecord;
import org.lurewatch.lab.examples.Replay;
import org.lurewatch.lab.examples.WrittenExamples;
import org.lurewatch.lab.faults.FaultAudit;
import org.lurewatch.lab.faults.FaultRecords;
import org.lurewatch.lab.restarts.Moment;
import org.lurewatch.lab.restarts.RestartBench;
import org.lurewatch.schemas.ScamWarning;

/** The command {@code run} as a process of its own, killed and started again. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class RunRestartIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final String MAIN = Lurewatch.class.getName();
    private static final String LURE = """
            {"identifier": "%s", "source": "board", "title": "Online part-time job",
             "description": "Earn 300 to 400 USD a day from home! To unlock the better paid tasks you first deposit 60 USDT, \
            and you get it back with profit once the tasks are done. Write to our receptionist on Telegram @%s"}""";
    private static final String CLEARED = """
            {"reviewId": "r1", "source": "board", "postingId": "one", "judgement": "legitimate", "reviewer": "ann",
             "reviewedAt": "2026-11-30T10:00:00Z"}""";

    private static EmbeddedKafka kafka;

    @TempDir
    private Path folder;

    private final List<RunProcess> started = new ArrayList<>();
    private int logs;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedKafka.start();
    }

    @AfterAll
    static void stopKafka() throws Exception {
        kafka.close();
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        for (RunProcess process : started) {
            process.close();
        }
    }

    @Test
    void nothingIsLostAndNothingComesTwiceWhenItIsKilledDuringACheckpoint() throws Exception {
        FaultRecords records = new FaultRecords(
                WrittenExamples.read(HOME.writtenExamples()), BundleLoader.load(HOME.baselineBundle()));
        FaultAudit audit = new FaultAudit(false);
        List<String> told = new ArrayList<>();
        RestartBench bench =
                new RestartBench(MAIN, folder, HOME.baselineBundle(), kafka.bootstrapServers(), false, told::add);

        FaultAudit.Result result = bench.run(List.of(Moment.DURING_A_CHECKPOINT), records, audit, 30);

        assertEquals(new FaultAudit.Result(0, 0, List.of()), result, () -> audit.equation() + " " + told);
        assertTrue(told.stream().anyMatch(line -> line.contains("going on from checkpoint ")), told::toString);
    }

    @Test
    void whatReviewersSaidIsRememberedWhileFeaturesAndParallelismChangeAndASecondRunIsRefused() throws Exception {
        RunProcess first = start(Set.of("campaigns", "trends"), 2);
        try (Replay replay = new Replay(kafka.bootstrapServers())) {
            send(replay, "story-postings", "board/one", LURE.formatted("one", "desk_of_tasks"));
            first.await(() -> first.counted().getOrDefault("firstWarnings", 0L) == 1);
            send(replay, "story-reviews", "r1", CLEARED);
            first.await(() -> first.counted().getOrDefault("retracted", 0L) == 1);
            long before = newestCheckpoint();
            first.await(() -> newestCheckpoint() > before + 1);

            RunProcess second = start(Set.of("campaigns", "trends"), 2);
            assertEquals(2, second.awaitEnd());
            assertTrue(
                    second.printed().contains("group story is running already: process-" + first.pid() + "@"),
                    second::printed);
            first.requireAlive();

            first.kill();
            RunProcess third = start(Set.of("campaigns"), 1);
            third.await(third::isReading);
            assertTrue(
                    goesOn(third)
                            .matches("Run 1 of group story: going on from checkpoint \\d+, \\d+ s old; switched off and"
                                    + " forgotten: trends.*"),
                    third::printed);
            send(replay, "story-postings", "board/one", LURE.formatted("one", "desk_of_tasks"));
            third.await(() -> third.counted().getOrDefault("withheld", 0L) == 1);
            assertEquals(2, third.counted().get(FlowCounters.IN), "counters go on");
            long after = newestCheckpoint();
            third.await(() -> newestCheckpoint() > after + 1);

            third.kill();
            RunProcess fourth = start(Set.of("trends", "control"), 2);
            fourth.await(fourth::isReading);
            assertTrue(goesOn(fourth).contains("; switched off and forgotten: campaigns"), fourth::printed);
            send(replay, "story-postings", "board/two", LURE.formatted("two", "window_of_tasks"));
            fourth.await(() -> fourth.counted().getOrDefault(FlowCounters.WARNED, 0L) == 3);
            long last = newestCheckpoint();
            fourth.await(() -> newestCheckpoint() > last + 1);

            fourth.kill();
            RunProcess fifth = start(Set.of("campaigns", "trends"), 2);
            fifth.await(() -> fifth.counted().getOrDefault(FlowCounters.WARNED, 0L) == 3);
            assertTrue(goesOn(fifth).contains("; switched off and forgotten: control"), fifth::printed);
        }
        List<String> warnings =
                TestingTopics.read(kafka.bootstrapServers(), "story-warnings", ScamWarning.class).stream()
                        .filter(warning -> warning.getPostingId().equals("one"))
                        .map(warning -> warning.getRevision() + " " + warning.getVerdict())
                        .toList();
        assertEquals(2, warnings.size(), () -> "one warning, and one that takes it back: " + warnings);
    }

    @Test
    void stateThatCannotBeUsedStopsTheStartUntilAPersonSaysOtherwise() throws Exception {
        RunProcess first = start(Set.of("campaigns", "trends"), 1);
        first.await(first::isReading);
        first.await(() -> newestCheckpoint() > 0);
        first.kill();
        Path newest = checkpoint(newestCheckpoint());
        Files.writeString(newest.resolve("_metadata"), "not what Flink wrote");

        RunProcess refused = start(Set.of("campaigns", "trends"), 1);
        assertEquals(2, refused.awaitEnd());
        assertTrue(refused.printed().startsWith("The job cannot start:"), refused::printed);
        assertTrue(refused.printed().contains("or start anew with --fresh"), refused::printed);

        RunProcess fresh = start(Set.of("campaigns", "trends"), 1, "--fresh");
        fresh.await(fresh::isReading);
        assertTrue(fresh.printed().contains("Run 2 of group story: starting anew, as --fresh says"), fresh::printed);
        assertTrue(Files.exists(newest), "what was before is left");
        assertFalse(fresh.printed().contains("going on"));
    }

    @Test
    void aFullDiskIsToldOnceAndWhenItIsOver() throws Exception {
        RunProcess run = start(Set.of("campaigns", "trends"), 1);
        run.await(() -> newestCheckpoint() > 0);
        run.own().stopWriting();
        run.await(() -> run.printed().contains("no space is left for checkpoints: "));
        run.own().writeAgain();
        run.await(() -> run.printed().contains("s: no space is left for checkpoints"));
        long after = newestCheckpoint();
        run.await(() -> newestCheckpoint() > after);
        assertEquals(
                1,
                run.printed()
                        .lines()
                        .filter(line -> line.contains("JobWatch: no space is left for checkpoints: "))
                        .count(),
                run::printed);
        assertTrue(run.printed().contains("What to do: " + Trouble.DISK_FULL.remedy()), run::printed);
    }

    private static String goesOn(RunProcess run) {
        return run.printed().lines().findFirst().orElse("");
    }

    private static void send(Replay replay, String topic, String key, String json) throws Exception {
        replay.start(topic, List.of(new DemoRecord(key, json.getBytes(UTF_8), Optional.empty())))
                .get();
    }

    private RunProcess start(Set<String> features, int parallelism, String... more) throws IOException {
        Path config = folder.resolve("job.yaml");
        Files.writeString(config, """
                kafka:
                  bootstrapServers: %s
                  groupId: story
                  createTopics: true
                  topics: {postings: story-postings, warnings: story-warnings, rejects: story-rejects,
                           campaigns: story-campaigns, reviews: story-reviews, trends: story-trends,
                           control: story-control, controlStatus: story-status, shadowScores: story-scores}
                checkpoint: {interval: 500ms, directory: '%s'}
                detection: {bundle: '%s'}
                campaigns: {enabled: %s}
                trends: {enabled: %s}
                control: {enabled: %s}
                parallelism: %d
                """.formatted(
                        kafka.bootstrapServers(),
                        folder.resolve("checkpoints").toUri(),
                        HOME.baselineBundle().toAbsolutePath(),
                        features.contains("campaigns"),
                        features.contains("trends"),
                        features.contains("control"),
                        parallelism));
        RunProcess process = RunProcess.start(MAIN, config, folder.resolve("log-" + ++logs), more);
        started.add(process);
        return process;
    }

    private long newestCheckpoint() {
        Path run = folder.resolve("checkpoints/story/run-1");
        if (Files.notExists(run)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> Files.exists(file.resolve("_metadata")))
                    .map(file -> Long.parseLong(file.getFileName().toString().substring("chk-".length())))
                    .max(Comparator.naturalOrder())
                    .orElse(0L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path checkpoint(long number) {
        return folder.resolve("checkpoints/story/run-1/chk-" + number);
    }
}
