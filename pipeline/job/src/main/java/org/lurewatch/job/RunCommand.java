package org.lurewatch.job;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.flink.client.program.StreamContextEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.lurewatch.job.config.ConfigException;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.config.TopicsConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that runs the job; also a part of the {@code lurewatch} command line. */
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
    private static final int FAILED = 1;
    private static final int NOT_STARTED = 2;

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

    private String failure = "the arguments cannot be used";

    /** Runs the command and leaves the JVM with its exit code. */
    static void runAndExit(String... args) {
        RunCommand command = new RunCommand();
        int exitCode = new CommandLine(command).execute(args);
        if (exitCode == 0) {
            return;
        }
        if (isSubmittedToACluster()) {
            // Leaving the JVM might end the cluster's own process: main also runs there.
            throw new IllegalStateException(command.failure);
        }
        System.exit(exitCode);
    }

    @Override
    public Integer call() {
        try {
            if (metricsPort != null && isSubmittedToACluster()) {
                return failure(
                        NOT_STARTED,
                        "The job cannot start:",
                        "--metrics-port is for a job in one JVM; a cluster reports as its own settings say",
                        new IllegalArgumentException("--metrics-port"));
            }
            JobConfig settings = ConfigReader.read(config, System.getenv());
            ScamDetectionJob.run(
                    settings,
                    metricsPort == null ? OptionalInt.empty() : OptionalInt.of(metricsPort),
                    () -> started(settings));
            return 0;
        } catch (ConfigException e) {
            return failure(NOT_STARTED, "The configuration " + config + " cannot be used:", e.getMessage(), e);
        } catch (StartException e) {
            return failure(NOT_STARTED, "The job cannot start:", e.getMessage(), e);
        } catch (Exception e) {
            return failure(FAILED, "The job has failed:", root(e).toString(), e);
        }
    }

    private void started(JobConfig settings) {
        if (isSubmittedToACluster()) {
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        TopicsConfig topics = settings.kafka().topics();
        err.println(
                "Reading topic " + topics.postings() + " at " + settings.kafka().bootstrapServers()
                        + "; warnings go to topic " + topics.warnings() + ". Ctrl-C ends it.");
        err.flush();
    }

    private int failure(int exitCode, String heading, String reasons, Exception e) {
        failure = heading + System.lineSeparator() + reasons.indent(2).stripTrailing();
        PrintWriter err = spec.commandLine().getErr();
        err.println(failure);
        if (verbose) {
            err.println(ExceptionUtils.stringifyException(e));
        }
        err.flush();
        return exitCode;
    }

    /** Flink wraps what went wrong many times over; the innermost says it. */
    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private static boolean isSubmittedToACluster() {
        return StreamExecutionEnvironment.getExecutionEnvironment() instanceof StreamContextEnvironment;
    }
}
