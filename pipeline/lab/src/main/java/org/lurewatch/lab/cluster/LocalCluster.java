package org.lurewatch.lab.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.lurewatch.lab.LabException;

/**
 * A Flink cluster of several processes and a Kafka broker on this machine, reachable from it alone. Its processes outlive
 * the command that starts them; a later one finds them by their folder, and ends no others.
 */
public final class LocalCluster {
    /** Two starting JVMs on a busy machine need a while. */
    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ATTEMPT_MILLIS = 10_000;

    private final ClusterFolder folder;
    private final ClusterPorts ports;
    private final ClusterStarter starter;
    private final FlinkRest rest;
    private boolean isEnding;

    private LocalCluster(ClusterFolder folder, ClusterPorts ports) {
        this.folder = folder;
        this.ports = ports;
        this.starter = new ClusterStarter(folder, ports, LaunchedJars.ofThisJvm());
        this.rest = new FlinkRest(ports.restAddress());
    }

    /**
     * A cluster that is still to be started.
     *
     * @throws LabException where one runs in that folder already
     */
    public static LocalCluster create(ClusterFolder folder) {
        if (Arrays.stream(ClusterPart.values()).anyMatch(part -> isAlive(folder, part))) {
            throw new LabException("a cluster runs in " + folder.root() + " already; end it first (cluster down)");
        }
        folder.makeAnew();
        return new LocalCluster(folder, ClusterPorts.free());
    }

    /**
     * Starts all parts and waits until the cluster takes jobs and records.
     *
     * @throws LabException where a part does not start; then nothing of the cluster is left running
     */
    public void up() {
        try (WhenEnded ended = new WhenEnded(this::down)) {
            starter.prepare();
            for (ClusterPart part : ClusterPart.values()) {
                start(part);
            }
            for (ClusterPart part : ClusterPart.values()) {
                await(part.spelling() + " to start", () -> answers(part));
            }
        } catch (IOException e) {
            down();
            throw new LabException("the cluster cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            down();
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        } catch (LabException e) {
            down();
            throw e;
        }
    }

    /** The cluster that runs, or ran, in a folder. */
    public static Optional<LocalCluster> in(ClusterFolder folder) {
        return Files.exists(folder.ports())
                ? Optional.of(new LocalCluster(folder, ClusterPorts.read(folder.ports())))
                : Optional.empty();
    }

    /** Where its data, settings and logs lie. */
    public ClusterFolder folder() {
        return folder;
    }

    /** Where its parts listen. */
    public ClusterPorts ports() {
        return ports;
    }

    /** Its JobManager. */
    public FlinkRest rest() {
        return rest;
    }

    /**
     * Starts a part, which must not be running, where it was before; does not wait for it.
     *
     * @throws LabException where it cannot be started, or {@link #down} was called: whoever starts parts again after a
     *     fault would leave them behind when the command is ended
     */
    public synchronized void start(ClusterPart part) {
        if (isEnding) {
            throw new LabException(part.spelling() + " is not started again, for the cluster is being ended");
        }
        try {
            starter.start(part);
        } catch (IOException e) {
            throw new LabException(part.spelling() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** The process that a part is, or was; empty where it was never started, or was ended in order. */
    public Optional<OwnProcess> process(ClusterPart part) {
        return OwnProcess.read(folder.running(part));
    }

    /** Whether the process of a part runs, or is paused. */
    public boolean isAlive(ClusterPart part) {
        return isAlive(folder, part);
    }

    private static boolean isAlive(ClusterFolder folder, ClusterPart part) {
        return OwnProcess.read(folder.running(part)).filter(OwnProcess::isAlive).isPresent();
    }

    /** Whether a part does what it is there for; false also where it does not answer. */
    boolean answers(ClusterPart part) throws InterruptedException {
        try {
            return switch (part) {
                case ZOOKEEPER -> listens(ports.zookeeper());
                case BROKER -> brokerAnswers();
                case JOB_MANAGER -> rest.taskManagers() >= 0;
                case TASK_MANAGER_1, TASK_MANAGER_2 -> rest.taskManagerNames().contains(part.spelling());
            };
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(ClusterPorts.HOST, port), ATTEMPT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean brokerAnswers() throws InterruptedException {
        if (!listens(ports.broker())) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                ports.bootstrapServers(),
                "request.timeout.ms",
                ATTEMPT_MILLIS,
                "default.api.timeout.ms",
                ATTEMPT_MILLIS))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        }
    }

    /**
     * Uploads the job's jar and starts the job with the given settings, as a user of a cluster does.
     *
     * @param jar the shaded one
     * @param config a file on this machine
     * @return the job's id
     * @throws LabException where Flink or the job refuses
     */
    public String submit(Path jar, Path config) {
        if (!Files.exists(jar)) {
            throw new LabException("there is no job jar " + jar + "; ./mvnw package makes it");
        }
        try {
            return rest.run(
                    rest.upload(jar),
                    List.of("--config", config.toAbsolutePath().toString()));
        } catch (IOException e) {
            throw new LabException("the job cannot be started: " + e.getMessage(), e);
        }
    }

    /** Waits until all tasks of a job run. */
    public void awaitRunning(String job) {
        await("job " + job + " to run", () -> {
            try {
                return rest.isRunning(job);
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** @throws LabException where it takes too long, or a process has ended by itself meanwhile */
    private void await(String what, Callable<Boolean> condition) {
        long since = System.nanoTime();
        try {
            while (!condition.call()) {
                for (ClusterPart part : ClusterPart.values()) {
                    if (!isAlive(part)) {
                        throw new LabException(part.spelling() + " has ended; see " + folder.log(part));
                    }
                }
                if (System.nanoTime() - since > LONGEST_START.toNanos()) {
                    throw new LabException(
                            "waited " + LONGEST_START.toSeconds() + " s in vain for " + what + "; the logs are in "
                                    + folder.log(ClusterPart.BROKER).getParent());
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (LabException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        } catch (Exception e) {
            throw new LabException(what + ": " + e.getMessage(), e);
        }
    }

    /**
     * Ends the processes that were started in this folder and still run, the last first. Logs and data stay.
     *
     * @return how many there were
     */
    public synchronized int down() {
        isEnding = true;
        int ended = 0;
        List<ClusterPart> parts = Arrays.asList(ClusterPart.values());
        for (int i = parts.size() - 1; i >= 0; i--) {
            Optional<OwnProcess> process = process(parts.get(i)).filter(OwnProcess::isAlive);
            // One that is paused does not receive the signal to end.
            process.ifPresent(OwnProcess::goOn);
            process.ifPresent(OwnProcess::end);
            ended += process.isPresent() ? 1 : 0;
            folder.forget(parts.get(i));
        }
        return ended;
    }
}
