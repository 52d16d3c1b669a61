package org.lurewatch.cli.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lurewatch.cli.terminal.CommandFailure;
import org.lurewatch.cli.terminal.ExitCode;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.job.config.ConfigException;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.start.JobProbes;
import org.lurewatch.job.start.JobRun;
import org.lurewatch.job.start.StartException;
import org.lurewatch.job.watch.ClusterJob;
import org.lurewatch.job.watch.JobWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells what goes wrong with a job on a cluster. */
@Command(
        name = "watch",
        description = "Tells what goes wrong with a job on a Flink cluster, and when it is over.",
        footer = {
            "",
            "Prints one line when a trouble begins, with its cause and what to do, and one when it is",
            "over, until it is interrupted or the job ends. A local run tells them by itself."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the job has finished, or was stopped or cancelled",
            " 1:the job has failed, Flink does not answer at first, or it is not clear which job is meant",
            " 2:arguments or configuration cannot be used"
        })
public final class WatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--flink",
            required = true,
            paramLabel = "URL",
            description = "Address of Flink's REST service, such as http://localhost:8081.")
    private URI flink;

    @Option(
            names = "--job",
            paramLabel = "ID",
            description = "The job's id in Flink; not needed where one job runs alone.")
    private String job;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "The job's settings, in YAML: where Kafka is, and where checkpoints lie.")
    private Path config;

    private final Clock clock;

    public WatchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        URI service = service();
        JobConfig settings = settings();
        ClusterJob watched = choose(service, job, jobs(service));
        try (JobProbes probes = probes(settings)) {
            note("watching job " + watched.id() + " (" + watched.name() + "); Ctrl-C ends it");
            try (JobWatch watch =
                    JobWatch.start(service, watched.id(), probes.all(), clock, this::say, unusable -> {})) {
                String end = watch.awaitEnd();
                say("the job has ended: " + end);
                return end.equals("FINISHED") || end.equals("CANCELED") ? ExitCode.GOOD : ExitCode.FAILURE;
            }
        }
    }

    private URI service() {
        String scheme = flink.getScheme();
        if (flink.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new ParameterException(
                    spec.commandLine(), "--flink: " + flink + " is no address such as http://localhost:8081");
        }
        return URI.create(flink.toString().replaceFirst("/+$", ""));
    }

    private JobConfig settings() {
        try {
            return JobRun.settings(config);
        } catch (ConfigException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The configuration " + config + " cannot be used:" + System.lineSeparator()
                            + e.getMessage().indent(2).stripTrailing(),
                    e);
        }
    }

    private static List<ClusterJob> jobs(URI service) throws InterruptedException {
        try {
            return ClusterJob.running(service);
        } catch (IOException e) {
            throw new CommandFailure("Flink does not answer at " + service + ": " + e, e);
        }
    }

    /** @param job the id that is asked for, or null */
    static ClusterJob choose(URI service, String job, List<ClusterJob> running) {
        List<ClusterJob> meant = running.stream()
                .filter(each -> job == null || each.id().equals(job))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        if (running.isEmpty()) {
            throw new CommandFailure("no job runs at " + service);
        }
        throw new CommandFailure((job == null
                        ? "several jobs run at " + service + "; name one with --job:"
                        : "no job " + job + " runs at " + service + ", but:")
                + running.stream()
                        .map(each -> "\n  " + each.id() + "  " + each.name())
                        .collect(Collectors.joining()));
    }

    private JobProbes probes(JobConfig settings) {
        try {
            return JobProbes.ofCluster(
                    settings,
                    reason ->
                            note("the storage of checkpoints is not asked from here: " + TerminalText.escape(reason)));
        } catch (StartException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private void note(String line) {
        print(spec.commandLine().getErr(), line);
    }

    private void say(String line) {
        print(spec.commandLine().getOut(), clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }

    private static void print(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }
}
