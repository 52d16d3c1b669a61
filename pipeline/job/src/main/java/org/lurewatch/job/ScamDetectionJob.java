package org.lurewatch.job;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.lurewatch.job.start.Beginning;
import org.lurewatch.job.start.JobRun;

/** The entry point of the jar for a Flink cluster. */
public final class ScamDetectionJob {
    private static final int USAGE = 2;

    private ScamDetectionJob() {}

    /** Runs the job: {@code --config FILE [--metrics-port PORT] [--verbose]}. */
    public static void main(String... args) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        JobArguments arguments = JobArguments.of(args);
        if (!arguments.problems().isEmpty()) {
            String problems = String.join(System.lineSeparator(), arguments.problems());
            err.println(problems);
            err.println(JobArguments.USAGE);
            leave(new JobRun.End(USAGE, problems));
        } else if (arguments.config().isEmpty()) {
            err.println(JobArguments.USAGE);
        } else {
            leave(new JobRun(
                            arguments.config().get(),
                            arguments.metricsPort(),
                            Beginning.GOING_ON,
                            arguments.verbose(),
                            err)
                    .run());
        }
    }

    private static void leave(JobRun.End end) {
        if (end.exitCode() == 0) {
            return;
        }
        if (JobRun.isSubmittedToACluster()) {
            // Exiting the JVM might end a process of the cluster, because main may run inside it.
            throw new IllegalStateException(end.failure());
        }
        System.exit(end.exitCode());
    }
}
