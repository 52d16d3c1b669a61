package org.lurewatch.cli.run;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.lurewatch.job.start.JobRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the job in this JVM. */
@Command(
        name = "run",
        description = "Reads postings from Kafka and sends out warnings until it is stopped.",
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

    @Option(names = "--verbose", description = "Print the stack trace of a failure.")
    private boolean verbose;

    @Override
    public Integer call() {
        OptionalInt port = metricsPort == null ? OptionalInt.empty() : OptionalInt.of(metricsPort);
        return new JobRun(config, port, verbose, spec.commandLine().getErr())
                .run()
                .exitCode();
    }
}
