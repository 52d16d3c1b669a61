package org.lurewatch.lab.minicluster;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RpcOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.start.JobStart;
import org.lurewatch.job.start.StartException;
import org.lurewatch.lab.LabException;

/** The real job on a Flink mini-cluster in this JVM. */
public final class LocalJob implements AutoCloseable {
    private static final int SECONDS_TO_STOP = 60;
    private static final int PAUSE_MILLIS = 20;

    /** Parts of one JVM cannot lose each other; one that is silent for a while lacks a processor on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What a TaskManager of Flink's default size gives to RocksDB; a mini-cluster's own is a quarter of it. */
    private static final MemorySize FOR_STATE = MemorySize.ofMebiBytes(512);

    private final JobClient client;
    private final JobCounters counters;

    private LocalJob(JobClient client, JobCounters counters) {
        this.client = client;
        this.counters = counters;
    }

    /** Starts the cluster and the job, and returns while it runs. */
    public static LocalJob start(JobConfig config) {
        Configuration settings = settings();
        JobCounters counters = JobCounters.of(settings);
        return start(StreamExecutionEnvironment.createLocalEnvironment(settings), counters, config);
    }

    /** Starts the job's peer, which copies what the job would assess, on a cluster of its own. */
    public static LocalJob startPassThrough(JobConfig config) {
        Configuration settings = settings();
        JobCounters counters = JobCounters.of(settings);
        try {
            return new LocalJob(
                    PassThrough.start(StreamExecutionEnvironment.createLocalEnvironment(settings), config), counters);
        } catch (Exception e) {
            throw new LabException(
                    "the pass-through did not start: " + rootOf(e).getMessage(), e);
        }
    }

    /** Settings of a cluster in this JVM, which waits for its parts however busy the machine is. */
    public static Configuration patient(Configuration settings) {
        settings.set(RpcOptions.ASK_TIMEOUT_DURATION, PATIENCE);
        settings.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, PATIENCE);
        return settings;
    }

    private static Configuration settings() {
        Configuration settings = patient(new Configuration());
        settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, FOR_STATE);
        return settings;
    }

    /** Starts the job in an environment whose cluster reports to these counters. */
    public static LocalJob start(StreamExecutionEnvironment env, JobCounters counters, JobConfig config) {
        try {
            return new LocalJob(JobStart.start(env, config), counters);
        } catch (StartException e) {
            throw new LabException(String.join(System.lineSeparator(), e.problems()), e);
        } catch (Exception e) {
            throw new LabException("the job did not start: " + rootOf(e).getMessage(), e);
        }
    }

    public JobID id() {
        return client.getJobID();
    }

    /** What the job has counted so far. */
    public JobCounters counters() {
        return counters;
    }

    /** Throws if the job has come to an end, which it does not do by itself. */
    public void requireRunning() {
        if (!client.getJobExecutionResult().isDone()) {
            return;
        }
        try {
            client.getJobExecutionResult().get();
            throw new LabException("the job has ended");
        } catch (ExecutionException e) {
            throw new LabException("the job has failed: " + rootOf(e).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        }
    }

    /** Waits until something has come true, for as long as the job runs. */
    public void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            requireRunning();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    @Override
    public void close() throws InterruptedException {
        try {
            client.cancel()
                    .thenCompose(cancelled -> client.getJobExecutionResult())
                    .get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // It has ended, as by now it mostly has, or will with this JVM.
        }
    }
}
