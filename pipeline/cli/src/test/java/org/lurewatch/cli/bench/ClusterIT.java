package org.lurewatch.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.watch.Trouble;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.LabException;
import org.lurewatch.lab.cluster.ClusterFolder;
import org.lurewatch.lab.cluster.ClusterPart;
import org.lurewatch.lab.cluster.ClusterSettings;
import org.lurewatch.lab.cluster.LocalCluster;
import org.lurewatch.lab.cluster.OwnProcess;
import org.lurewatch.lab.examples.WrittenExamples;
import org.lurewatch.lab.faults.FaultAudit;
import org.lurewatch.lab.faults.FaultBench;
import org.lurewatch.lab.faults.FaultKind;
import org.lurewatch.lab.faults.FaultPlan;
import org.lurewatch.lab.faults.FaultRecords;
import picocli.CommandLine;

/** A cluster of real processes, of which three are killed while postings run through the job. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ClusterIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final int LONGEST_SILENCE_MINUTES = 5;
    private static final List<FaultKind> KILLS =
            List.of(FaultKind.TASK_MANAGER_KILLED, FaultKind.BROKER_KILLED, FaultKind.JOB_MANAGER_KILLED);

    @TempDir
    private Path dir;

    @AfterEach
    void leaveNothingRunning() {
        LocalCluster.in(ClusterFolder.of(dir)).ifPresent(LocalCluster::down);
    }

    @Test
    void losesAndRepeatsNothingWhenItsProcessesAreKilledAndEndsAllThatItStarted() throws Exception {
        LocalCluster cluster = LocalCluster.create(ClusterFolder.of(dir));
        cluster.up();
        assertThrows(LabException.class, () -> LocalCluster.create(ClusterFolder.of(dir)), "it runs there already");
        new ClusterSettings(cluster.folder(), cluster.ports()).writeJob(HOME.baselineBundle(), false);
        String job = cluster.submit(HOME.jobJar(), cluster.folder().jobSettings());
        cluster.awaitRunning(job);
        List<String> done = new ArrayList<>();
        FaultAudit audit = new FaultAudit(false);
        FaultBench bench = new FaultBench(
                cluster,
                job,
                new FaultRecords(
                        WrittenExamples.read(HOME.writtenExamples()), BundleLoader.load(HOME.baselineBundle())),
                audit,
                50,
                done::add);

        watchTellsOfEveryKill(cluster, job);

        FaultAudit.Result result = bench.run(FaultPlan.of(KILLS.size(), 0, 1, KILLS), 0);

        assertEquals(new FaultAudit.Result(0, 0, List.of()), result, () -> audit.equation() + " " + done);
        assertEquals(KILLS.size(), audit.settledFaults());
        KILLS.forEach(kind -> assertEquals(1, bench.times().count(kind), kind.spelling()));
        // It is the same job that runs on.
        cluster.awaitRunning(job);

        List<OwnProcess> processes = processes(cluster);
        assertEquals(ClusterPart.values().length, processes.size());
        assertTrue(processes.stream().allMatch(OwnProcess::isAlive));
        assertEquals(processes.size(), cluster.down());
        assertTrue(processes.stream().noneMatch(OwnProcess::isAlive));
        assertEquals(0, cluster.down());
    }

    /** The command, which finds the only job by itself; what is killed is away until that is told. */
    private static void watchTellsOfEveryKill(LocalCluster cluster, String job) throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        PrintWriter out = new PrintWriter(new LinesInto(told));
        CommandLine lurewatch = Lurewatch.commandLine(HOME, Terminal.NONE, BundleLoader::load)
                .setOut(out)
                .setErr(out);
        Thread watch = new Thread(() -> lurewatch.execute(
                "watch",
                "--flink",
                cluster.ports().restAddress() + "/",
                "--config",
                cluster.folder().jobSettings().toString()));
        watch.start();
        try {
            awaitTold(told, "watching job " + job + " (");
            String worker = cluster.rest().taskManagersOf(job).iterator().next();
            ClusterPart taskManager = ClusterPart.TASK_MANAGERS.stream()
                    .filter(part -> part.spelling().equals(worker))
                    .findFirst()
                    .orElseThrow();
            killUntilTold(cluster, taskManager, Trouble.RESTART, told);
            killUntilTold(cluster, ClusterPart.BROKER, Trouble.BROKER_LOST, told);
            killUntilTold(cluster, ClusterPart.JOB_MANAGER, Trouble.FLINK_LOST, told);
        } finally {
            watch.interrupt();
            watch.join();
        }
    }

    private static void killUntilTold(
            LocalCluster cluster, ClusterPart part, Trouble trouble, BlockingQueue<String> told)
            throws InterruptedException {
        cluster.process(part).orElseThrow().kill();
        String begun = awaitTold(told, "Z " + trouble.what() + ": ");
        assertTrue(begun.endsWith(". What to do: " + trouble.remedy()), begun);
        cluster.start(part);
        awaitTold(told, " s: " + trouble.what());
    }

    /** Waits for a line that holds some words, and returns it. */
    private static String awaitTold(BlockingQueue<String> told, String words) throws InterruptedException {
        String line = told.poll(LONGEST_SILENCE_MINUTES, TimeUnit.MINUTES);
        while (line != null && !line.contains(words)) {
            line = told.poll(LONGEST_SILENCE_MINUTES, TimeUnit.MINUTES);
        }
        assertNotNull(line, "nothing was told of: " + words);
        return line;
    }

    /** Receives text as it is printed, and hands on what comes at once, which is a line where each is flushed. */
    private static final class LinesInto extends Writer {
        private final StringBuilder printed = new StringBuilder();
        private final BlockingQueue<String> lines;

        LinesInto(BlockingQueue<String> lines) {
            this.lines = lines;
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            synchronized (lock) {
                printed.append(characters, offset, length);
            }
        }

        @Override
        public void flush() {
            synchronized (lock) {
                printed.toString().lines().forEach(lines::add);
                printed.setLength(0);
            }
        }

        @Override
        public void close() {
            flush();
        }
    }

    private static List<OwnProcess> processes(LocalCluster cluster) {
        return List.of(ClusterPart.values()).stream()
                .map(cluster::process)
                .flatMap(Optional::stream)
                .toList();
    }
}
