package org.lurewatch.job.start;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.apache.flink.client.program.StreamContextEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.lurewatch.job.config.ConfigException;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;

/**
 * One run of the job from its settings, whichever command line starts it, with all that it prints for a person.
 *
 * @param config the job's settings, in YAML
 * @param metricsPort where Prometheus finds the metrics; not on a cluster
 * @param beginning where a run in this JVM begins
 * @param verbose whether the stack trace of a failure is printed
 * @param err standard error
 */
public record JobRun(Path config, OptionalInt metricsPort, Beginning beginning, boolean verbose, PrintWriter err) {
    private static final int FAILED = 1;
    private static final int NOT_STARTED = 2;

    /**
     * How it ended.
     *
     * @param exitCode 0 if the job has ended, 1 if it has failed, 2 if it could not start
     * @param failure what was printed about a failure, or the empty string
     */
    public record End(int exitCode, String failure) {
        private static final End GOOD = new End(0, "");
    }

    /** Runs the job until it ends. */
    public End run() {
        try {
            if (metricsPort.isPresent() && isSubmittedToACluster()) {
                return failure(
                        NOT_STARTED,
                        "The job cannot start:",
                        "--metrics-port is for a job in one JVM; a cluster reports as its own settings say",
                        new IllegalArgumentException("--metrics-port"));
            }
            JobConfig settings = settings(config);
            if (isSubmittedToACluster()) {
                JobStart.onCluster(settings);
            } else {
                JobStart.here(settings, metricsPort, beginning, this::say);
            }
            return End.GOOD;
        } catch (ConfigException e) {
            return failure(NOT_STARTED, "The configuration " + config + " cannot be used:", e.getMessage(), e);
        } catch (StartException e) {
            return failure(NOT_STARTED, "The job cannot start:", e.getMessage(), e);
        } catch (Exception e) {
            return failure(FAILED, "The job has failed:", root(e).toString(), e);
        }
    }

    /** A job's settings with the environment filled in. @throws ConfigException with every problem */
    public static JobConfig settings(Path config) {
        return ConfigReader.read(config, System.getenv());
    }

    /** Whether a cluster's client called main, rather than a person's shell. */
    public static boolean isSubmittedToACluster() {
        return StreamExecutionEnvironment.getExecutionEnvironment() instanceof StreamContextEnvironment;
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }

    private End failure(int exitCode, String heading, String reasons, Exception e) {
        String failure = heading + System.lineSeparator() + reasons.indent(2).stripTrailing();
        err.println(failure);
        if (verbose) {
            err.println(ExceptionUtils.stringifyException(e));
        }
        err.flush();
        return new End(exitCode, failure);
    }

    /** Flink wraps an exception many times over; the innermost one says what went wrong. */
    static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
