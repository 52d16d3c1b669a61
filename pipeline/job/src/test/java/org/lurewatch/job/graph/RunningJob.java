package org.lurewatch.job.graph;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job on the cluster of a test. What a test waits for ends with what it waits for or with the job, never by the clock:
 * how long a busy machine takes nobody knows. The limit that every test has ends what hangs.
 */
public final class RunningJob {
    private static final long PAUSE_MILLIS = 5;

    private final MiniCluster cluster;
    private final JobClient client;
    private final CompletableFuture<JobExecutionResult> result;

    private RunningJob(MiniCluster cluster, JobClient client) {
        this.cluster = cluster;
        this.client = client;
        this.result = client.getJobExecutionResult();
    }

    /** @param env of the cluster, in which the job is defined */
    static RunningJob start(MiniCluster cluster, StreamExecutionEnvironment env) throws Exception {
        return new RunningJob(cluster, env.executeAsync());
    }

    /** Waits until this has come true; throws what ended the job before. */
    void await(BooleanSupplier condition) throws Exception {
        while (!condition.getAsBoolean()) {
            requireRunning();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** Waits until all of its tasks run, with what they have restored. */
    void awaitAllTasks() throws Exception {
        while (!allTasksRun()) {
            requireRunning();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /**
     * Stops it once all of its tasks run; before that a savepoint is refused, though some tasks are at work.
     *
     * @param drain whether it is stopped for good
     * @return the savepoint
     */
    String stop(boolean drain, Path folder) throws Exception {
        awaitAllTasks();
        String savepoint = client.stopWithSavepoint(drain, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
        awaitEnd();
        return savepoint;
    }

    /** Waits until it has ended by itself. */
    void awaitEnd() throws Exception {
        result.get();
    }

    private boolean allTasksRun() throws Exception {
        AccessExecutionGraph graph =
                cluster.getExecutionGraph(client.getJobID()).get();
        return graph.getState() == JobStatus.RUNNING
                && StreamSupport.stream(graph.getAllExecutionVertices().spliterator(), false)
                        .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING);
    }

    private void requireRunning() throws Exception {
        if (result.isDone()) {
            result.get();
            throw new AssertionError("the job has ended");
        }
    }
}
