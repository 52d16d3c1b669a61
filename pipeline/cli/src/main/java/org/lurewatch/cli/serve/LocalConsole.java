package org.lurewatch.cli.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.FileUtils;
import org.lurewatch.cli.demo.DemoCommand;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.minicluster.CheckpointFolder;
import org.lurewatch.lab.minicluster.LocalJob;
import org.lurewatch.web.WebConsole;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.access.Audit;
import org.lurewatch.web.access.OwnStore;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.api.AssessSettings;
import org.lurewatch.web.http.RequestLimits;

/**
 * A broker, the job and the console in this JVM; whoever sits at this machine may do everything. All that it keeps goes when
 * it is closed.
 */
public final class LocalConsole implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private JobConfig config;
    private LocalJob job;
    private WebConsole console;

    private LocalConsole() {}

    /**
     * Starts all of it.
     *
     * @param limits on what requests may bring
     * @param interval time between the job's checkpoints, such as 10s
     */
    public static LocalConsole start(
            Path bundle, WebSettings settings, RequestLimits limits, String interval, Clock clock) throws Exception {
        LocalConsole local = new LocalConsole();
        try {
            local.begin(bundle, settings, limits, interval, clock);
            return local;
        } catch (Exception e) {
            local.close();
            throw e;
        }
    }

    private void begin(Path bundle, WebSettings settings, RequestLimits limits, String interval, Clock clock)
            throws Exception {
        Path folder = Files.createTempDirectory("lurewatch-console-");
        open.push(() -> FileUtils.deleteDirectory(folder.toFile()));
        CheckpointFolder checkpoints = CheckpointFolder.create();
        open.push(checkpoints);
        EmbeddedKafka kafka = EmbeddedKafka.start();
        open.push(kafka);
        config = DemoCommand.config(kafka.bootstrapServers(), bundle, checkpoints.uri(), interval);
        job = LocalJob.start(config);
        open.push(job);
        console = ServeCommand.started(new WebConsole.Parts(
                settings,
                limits,
                AssessSettings.DEFAULT,
                ServeCommand.version(),
                BundleLoader.open(bundle),
                bundle,
                Set.of(Permission.values()),
                Optional.of(OwnStore.create(OwnStore.Place.of(folder.resolve("own.db")))),
                Audit.toFile(folder.resolve("audit.jsonl")),
                Optional.empty(),
                Optional.of(ServeCommand.streamOf(config, folder.resolve("view.db"))),
                clock));
        open.push(console);
    }

    /** The job's settings. */
    public JobConfig config() {
        return config;
    }

    public LocalJob job() {
        return job;
    }

    /** The port of the console. */
    public int port() {
        return console.port();
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
