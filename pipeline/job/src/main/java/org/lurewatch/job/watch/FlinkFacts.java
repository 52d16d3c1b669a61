package org.lurewatch.job.watch;

import java.util.List;

/**
 * What Flink says of a job at one moment.
 *
 * @param allTasksRun whether the job and all of its tasks run
 * @param end what Flink calls the state of a job that has ended, or the empty string
 * @param failures of the job that Flink still remembers, in any order
 * @param newestFinished number of the newest checkpoint that was finished, 0 if there is none
 * @param newestFailed number of the newest checkpoint that failed, 0 if there is none
 * @param whyFailed what Flink says of it
 * @param read how many records the job has counted since Flink last started it
 * @param waiting how many records its sources know of and have not read
 * @param busiest the name of the task that is busiest, or the empty string
 */
public record FlinkFacts(
        boolean allTasksRun,
        String end,
        List<Failure> failures,
        long newestFinished,
        long newestFailed,
        String whyFailed,
        long read,
        long waiting,
        String busiest) {

    public FlinkFacts {
        failures = List.copyOf(failures);
    }

    /**
     * A failure of the job.
     *
     * @param millis when, since 1970
     * @param task in which it came up, or the empty string
     * @param stackTrace of the exception, as Java prints it
     */
    public record Failure(long millis, String task, String stackTrace) {}
}
