package org.lurewatch.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.lurewatch.lab.cluster.ClusterPart;
import org.lurewatch.lab.cluster.LocalCluster;
import org.lurewatch.lab.cluster.OwnProcess;

/** Does to a cluster what a plan says, and puts it right again afterwards. */
final class FaultMaker {
    private static final List<ClusterPart> FLINK =
            List.of(ClusterPart.JOB_MANAGER, ClusterPart.TASK_MANAGER_1, ClusterPart.TASK_MANAGER_2);

    private final LocalCluster cluster;
    private final String job;
    private int endedByThemselves;

    FaultMaker(LocalCluster cluster, String job) {
        this.cluster = cluster;
        this.job = job;
    }

    /** How often a process ended that was not killed here. */
    int endedByThemselves() {
        return endedByThemselves;
    }

    /** A process may give up by itself when it has lost the others; whoever runs a cluster starts it again. */
    void startWhatEnded() {
        for (ClusterPart part : ClusterPart.values()) {
            if (!cluster.isAlive(part)) {
                endedByThemselves++;
                cluster.start(part);
            }
        }
    }

    /**
     * Hurts the cluster.
     *
     * @param hit runs once the fault is there, before any of it is repaired
     * @return what was hurt, in words
     */
    String make(FaultPlan.Fault fault, Runnable hit) throws InterruptedException {
        startWhatEnded();
        return switch (fault.kind()) {
            case TASK_MANAGER_KILLED -> kill(taskManager(fault), fault, hit);
            case JOB_MANAGER_KILLED -> kill(ClusterPart.JOB_MANAGER, fault, hit);
            case BROKER_KILLED -> kill(ClusterPart.BROKER, fault, hit);
            case TASK_MANAGER_PAUSED -> pause(taskManager(fault), fault, hit);
            case DISK_FULL -> fillDisk(fault, hit);
            case CHECKPOINTS_AWAY ->
                takeCheckpoints(fault.victim() % 2 == 0 ? ClusterPart.JOB_MANAGER : taskManager(fault), fault, hit);
            case TRANSACTIONS_REFUSED -> refuseTransactions(fault, hit);
        };
    }

    /**
     * Ends all of Flink at once and starts it again. What the job has counted is read from Flink thereafter: in processes
     * that saw restarts of the job, Flink may go on to show what a task had counted before one.
     */
    void restartFlink() {
        for (ClusterPart part : FLINK) {
            cluster.process(part).ifPresent(OwnProcess::kill);
        }
        FLINK.forEach(cluster::start);
    }

    private String kill(ClusterPart part, FaultPlan.Fault fault, Runnable hit) throws InterruptedException {
        cluster.process(part).orElseThrow().kill();
        hit.run();
        Thread.sleep(fault.absence().toMillis());
        cluster.start(part);
        return part.spelling();
    }

    private String pause(ClusterPart part, FaultPlan.Fault fault, Runnable hit) throws InterruptedException {
        OwnProcess process = cluster.process(part).orElseThrow();
        process.pause();
        try {
            hit.run();
            Thread.sleep(fault.absence().toMillis());
        } finally {
            process.goOn();
        }
        return part.spelling();
    }

    private String fillDisk(FaultPlan.Fault fault, Runnable hit) throws InterruptedException {
        List<OwnProcess> processes = FLINK.stream()
                .map(cluster::process)
                .map(process -> process.orElseThrow())
                .toList();
        long before = failedCheckpoints();
        try {
            processes.forEach(OwnProcess::stopWriting);
            hit.run();
            Thread.sleep(fault.absence().toMillis());
        } finally {
            processes.stream().filter(OwnProcess::isAlive).forEach(OwnProcess::writeAgain);
        }
        return Math.max(0, failedCheckpoints() - before) + " checkpoints failed";
    }

    /** None, where Flink does not answer. */
    private long failedCheckpoints() {
        try {
            return cluster.rest().failedCheckpoints(job);
        } catch (IOException e) {
            return 0;
        }
    }

    private String takeCheckpoints(ClusterPart killed, FaultPlan.Fault fault, Runnable hit)
            throws InterruptedException {
        Path folder = cluster.folder().checkpoints();
        Path elsewhere = folder.resolveSibling(folder.getFileName() + "-away");
        try {
            Files.move(folder, elsewhere);
            Files.createFile(folder);
            cluster.process(killed).orElseThrow().kill();
            hit.run();
            cluster.start(killed);
            Thread.sleep(fault.absence().toMillis());
            Files.delete(folder);
            Files.move(elsewhere, folder);
            return killed.spelling();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String refuseTransactions(FaultPlan.Fault fault, Runnable hit) throws InterruptedException {
        try (TransactionBan ban = TransactionBan.of(cluster.ports().bootstrapServers())) {
            hit.run();
            Thread.sleep(fault.absence().toMillis());
        }
        return ClusterPart.BROKER.spelling();
    }

    /** One with tasks of the job: hurting one that has none proves nothing. Any, where nobody knows. */
    private ClusterPart taskManager(FaultPlan.Fault fault) {
        List<ClusterPart> candidates = busyTaskManagers();
        return candidates.get(fault.victim() / 2 % candidates.size());
    }

    private List<ClusterPart> busyTaskManagers() {
        try {
            Set<String> busy = cluster.rest().taskManagersOf(job);
            List<ClusterPart> found = ClusterPart.TASK_MANAGERS.stream()
                    .filter(part -> busy.contains(part.spelling()))
                    .toList();
            return found.isEmpty() ? ClusterPart.TASK_MANAGERS : found;
        } catch (IOException e) {
            return ClusterPart.TASK_MANAGERS;
        }
    }
}
