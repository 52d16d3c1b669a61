package org.lurewatch.cli.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.lurewatch.job.start.Beginning;
import org.lurewatch.job.start.JobRun;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the job in this JVM. */
@Command(
        name = "run",
        description = "Reads postings from Kafka and sends out warnings until it is stopped.",
        footer = {
            "",
            "Goes on from the newest checkpoint of its group (kafka.groupId), which lies under",
            "checkpoint.directory, and says so. A second run of a group is refused while one lives."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the job has ended",
            " 1:the job has failed",
            " 2:it could not start: arguments, configuration, bundle, schemas or Kafka"
        })
public final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The job's settings, in YAML.")
    private Path config;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and do nothing.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Where Prometheus finds the metrics; not on a cluster.")
    private Integer metricsPort;

    @ArgGroup
    private BeginningOptions beginning = new BeginningOptions();

    /** At most one of them is given. */
    private static final class BeginningOptions {
        @Option(names = "--fresh", description = "Start anew: forget what earlier runs of the group have left.")
        private boolean fresh;

        @Option(
                names = "--from",
                paramLabel = "CHECKPOINT",
                description = "Start from this checkpoint or savepoint, a folder or URI, and leave it as it is.")
        private String from;
    }

    @Option(names = "--verbose", description = "Print the stack trace of a failure.")
    private boolean verbose;

    /** A URI as it is, and a path so that it is the same one in any folder. */
    private static String absolute(String place) {
        return place.contains(":/") ? place : Path.of(place).toAbsolutePath().toString();
    }

    @Override
    public Integer call() {
        OptionalInt port = metricsPort == null ? OptionalInt.empty() : OptionalInt.of(metricsPort);
        Beginning begin = new Beginning(
                beginning.fresh, Optional.ofNullable(beginning.from).map(RunCommand::absolute));
        return new JobRun(config, port, begin, verbose, spec.commandLine().getErr())
                .run()
                .exitCode();
    }
}
