package org.lurewatch.desk.screen;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Does work on several threads and passes on the results in the order in which the work was given. Little of it waits, so
 * that memory stays bounded whatever the size of the input.
 *
 * @param <R> what the work gives
 */
public final class OrderedWork<R> implements AutoCloseable {
    private static final int MOST_WAITING = 64;

    private final Future<R> end = new CompletableFuture<>();
    private final BlockingQueue<Future<R>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ExecutorService workers;
    private final ExecutorService receiver = Executors.newSingleThreadExecutor();
    private final Future<?> receiving;

    /**
     * Starts the threads.
     *
     * @param threads how many work at once
     * @param results is given each result, in order, on one thread, with whether the next is not there yet; answers
     *     whether more are wanted
     */
    public OrderedWork(int threads, ResultReceiver<R> results) {
        this.workers = Executors.newFixedThreadPool(threads);
        this.receiving = receiver.submit(() -> receive(results));
    }

    /** Receives results. */
    public interface ResultReceiver<R> {
        /** Takes a result; answers whether more are wanted. */
        boolean accept(R result);

        /** Called when the next result is not there yet: a good moment to flush. */
        void onPause();
    }

    /** Gives work, and waits while too much is waiting. Answers whether more is wanted. */
    public boolean submit(Callable<R> work) throws InterruptedException {
        return !receiving.isDone() && put(workers.submit(work));
    }

    private boolean put(Future<R> future) throws InterruptedException {
        while (!waiting.offer(future, 100, TimeUnit.MILLISECONDS)) {
            if (receiving.isDone()) {
                return false;
            }
        }
        return true;
    }

    private Void receive(ResultReceiver<R> results) throws InterruptedException, ExecutionException {
        while (true) {
            if (waiting.isEmpty() || !waiting.peek().isDone()) {
                results.onPause();
            }
            Future<R> next = waiting.take();
            if (next == end || !results.accept(next.get())) {
                return null;
            }
        }
    }

    /** Waits until every result was passed on; throws what the work or the receiver threw. */
    public void finish() throws InterruptedException {
        put(end);
        try {
            receiving.get();
        } catch (ExecutionException e) {
            throw rethrown(rootOf(e));
        }
    }

    private static Throwable rootOf(ExecutionException e) {
        return e.getCause() instanceof ExecutionException inner ? rootOf(inner) : e.getCause();
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        receiver.shutdownNow();
    }
}
