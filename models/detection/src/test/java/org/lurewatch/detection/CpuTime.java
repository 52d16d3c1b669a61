package org.lurewatch.detection;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Bounds what work takes by the processor's time: a machine that is busy with other things does not add to that. */
public final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PAUSE_MILLIS = 20;

    private CpuTime() {}

    /** What the work gives; fails once it has had the processor for longer. */
    public static <T> T atMost(Duration longest, Callable<T> work) {
        return atMost(longest, work, () -> "");
    }

    /**
     * The same.
     *
     * @param what is said where it takes longer
     */
    public static <T> T atMost(Duration longest, Callable<T> work, Supplier<String> what) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(task, "measured work");
        worker.setDaemon(true);
        worker.start();
        while (true) {
            try {
                return task.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (THREADS.getThreadCpuTime(worker.getId()) > longest.toNanos()) {
                    worker.interrupt();
                    return fail(what.get() + ": not done after " + longest.toMillis() + " ms of the processor's time");
                }
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            } catch (InterruptedException e) {
                worker.interrupt();
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
