package org.lurewatch.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
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
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.watch.JobWatch;
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

        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        FaultAudit.Result result;
        try (JobWatch watch = JobWatch.start(
                URI.create(cluster.ports().restAddress()),
                job,
                List.of(),
                Clock.systemUTC(),
                told::add,
                unusable -> {})) {
            result = bench.run(FaultPlan.of(KILLS.size(), 0, 1, KILLS), 0);
            awaitTold(told, "the job restarts: ");
            awaitTold(told, "s: the job restarts");
        }

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

    /** Waits for a line that holds some words. */
    private static void awaitTold(BlockingQueue<String> told, String words) throws InterruptedException {
        String line = told.poll(LONGEST_SILENCE_MINUTES, TimeUnit.MINUTES);
        while (line != null && !line.contains(words)) {
            line = told.poll(LONGEST_SILENCE_MINUTES, TimeUnit.MINUTES);
        }
        assertNotNull(line, "nothing was told of: " + words);
    }

    private static List<OwnProcess> processes(LocalCluster cluster) {
        return List.of(ClusterPart.values()).stream()
                .map(cluster::process)
                .flatMap(Optional::stream)
                .toList();
    }
}
