package org.lurewatch.cli.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.desk.control.BundlePlace;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.operators.FlowCounters;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.lab.examples.DemoRecord;
import org.lurewatch.lab.examples.Replay;
import org.lurewatch.lab.minicluster.LocalJob;

/** The champion on the control topic is of an earlier version of Lurewatch when the job starts. */
class UpgradeIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final String MISMATCH =
            " has format 1 and feature version 2, but this version of Lurewatch needs format "
                    + BundleVersion.CURRENT.format() + " and feature version " + BundleVersion.CURRENT.features();

    private static final String SETTINGS = """
            kafka: {bootstrapServers: '${SERVERS}', createTopics: true, partitions: 2}
            delivery: at-least-once
            checkpoint: {interval: 500ms, directory: '${CHECKPOINTS}'}
            detection: {successor: '${SUCCESSOR:}'}
            control: {enabled: true}
            campaigns: {enabled: false}
            trends: {enabled: false}
            parallelism: 2
            """;

    private static final int POSTINGS = 5;

    @TempDir
    private static Path bundles;

    private static Path next;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private EmbeddedKafka kafka;
    private String old;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        next = bundles.resolve("next");
        StringWriter said = new StringWriter();
        List<String> command = List.of(
                "train", "../../models/trainer/written/en.jsonl", "--out", next.toString(), "--version", "next");
        assertEquals(0, CommandRun.of(HOME, said, said, command), said::toString);
    }

    @BeforeEach
    void startKafka() throws Exception {
        kafka = EmbeddedKafka.start();
        TestingTopics.create(Map.of("bootstrap.servers", kafka.bootstrapServers()), 1, "control", "postings");
        Path outdated = Files.createDirectory(folder.resolve("old"));
        Files.writeString(
                outdated.resolve(BundleLoader.MANIFEST), "{\"format\": 1, \"version\": \"2\", \"features\": 2}");
        old = BundleLoader.identify(outdated).digest();
        try (Replay replay = new Replay(kafka.bootstrapServers())) {
            replay.start("control", List.of(command("publish", BundlePlace.uri(outdated)), command("champion", "")))
                    .get();
            replay.start("postings", postings()).get();
        }
    }

    @AfterEach
    void stopKafka() throws Exception {
        kafka.close();
    }

    @Test
    void postingsWaitUntilABundleOfThisVersionIsPublishedAndThereIsNoWayBack() throws Exception {
        String why = "bundle " + old.substring(0, 12) + MISMATCH;
        try (LocalJob job = LocalJob.start(config(Map.of()))) {
            job.await(() -> job.counters().sum(FlowCounters.IN) == POSTINGS);
            job.await(() -> run("control", "status") == 0 && out.toString().contains("trouble: postings wait"));
            assertTrue(out.toString().contains("the champion cannot be used: " + why + ". "), out::toString);
            assertEquals(0, job.counters().sum(FlowCounters.OF_IN), "all wait");

            assertEquals(0, run("control", "publish", "--by", "ann", "--bundle", "" + next), err::toString);
            assertTrue(out.toString().contains("is the champion now, because " + why), out::toString);
            job.await(() -> job.counters().sum(FlowCounters.OF_IN) == POSTINGS);

            assertEquals(4, run("control", "rollback", "--by", "ann"), err::toString);
            assertTrue(
                    out.toString().contains("refused: there is no way back to the champion before this one: " + why),
                    out::toString);
            assertEquals(4, run("control", "champion", "--by", "ann", old), err::toString);
            assertTrue(out.toString().contains("refused: " + why), out::toString);
        }
    }

    @Test
    void noPostingWaitsWhereTheSettingsNameTheSuccessor() throws Exception {
        try (LocalJob job = LocalJob.start(config(Map.of("SUCCESSOR", next.toString())))) {
            job.await(() -> job.counters().sum(FlowCounters.OF_IN) == POSTINGS);

            assertEquals(0, run("control", "withdraw", "--by", "ann"), err::toString);
            assertEquals(0, run("control", "status"), err::toString);
            String champion = BundleLoader.identify(next).digest().substring(0, 12);
            assertTrue(out.toString().startsWith("champion " + champion), out::toString);
            assertTrue(out.toString().contains("previous " + old.substring(0, 12)), out::toString);
        }
    }

    private JobConfig config(Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SERVERS", kafka.bootstrapServers());
        environment.put("CHECKPOINTS", folder.resolve("checkpoints").toUri().toString());
        return ConfigReader.parse(SETTINGS, environment);
    }

    private DemoRecord command(String action, String uri) {
        String json = "{\"commandId\": \"%s\", \"action\": \"%s\", \"digest\": \"%s\", \"uri\": \"%s\"}"
                .formatted(action, action, old, uri);
        return new DemoRecord(action, json.getBytes(UTF_8), Optional.empty());
    }

    private static List<DemoRecord> postings() {
        List<DemoRecord> postings = new ArrayList<>();
        for (int posting = 0; posting < POSTINGS; posting++) {
            String json = "{\"identifier\": \"%d\", \"description\": \"Packer in a warehouse\"}".formatted(posting);
            postings.add(new DemoRecord("" + posting, json.getBytes(UTF_8), Optional.empty()));
        }
        return postings;
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--kafka", kafka.bootstrapServers()));
        if (all.contains("--by")) {
            all.addAll(List.of("--wait", "600"));
        }
        return CommandRun.of(HOME, out, err, all);
    }
}
