package org.lurewatch.web.http;

import io.javalin.config.Key;
import io.javalin.http.Context;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many requests work at once, and so many wait; the others are told to come again. */
public final class RequestTurns {
    static final Key<RequestTurns> KEY = new Key<>("lurewatch.turns");

    private final Semaphore places;
    private final int mostWaiting;
    private final long longestWaitNanos;

    /** A place among those that work. */
    public interface Turn extends AutoCloseable {
        /** Leaves it to the next. */
        @Override
        void close();
    }

    RequestTurns(RequestLimits limits) {
        this.places = new Semaphore(limits.mostAtOnce(), true);
        this.mostWaiting = limits.mostWaiting();
        this.longestWaitNanos = limits.longestWait().toNanos();
    }

    /** Waits for a turn. @throws Problem where too many wait already, or it does not come in time */
    public static Turn take(Context request) {
        return take(request, Long.MAX_VALUE);
    }

    /**
     * Waits for a turn.
     *
     * @param mostNanos that whoever asks can wait
     * @throws Problem where too many wait already, or it does not come in time
     */
    public static Turn take(Context request, long mostNanos) {
        return request.appData(KEY).take(mostNanos);
    }

    private Turn take(long mostNanos) {
        boolean free = places.tryAcquire();
        if (!free && places.getQueueLength() < mostWaiting) {
            free = waited(Math.min(longestWaitNanos, mostNanos));
        }
        if (!free) {
            throw new Problem(
                            503,
                            "busy",
                            "Busy",
                            "More requests are being answered than this server can take. Ask again.")
                    .retryAfter(1);
        }
        return places::release;
    }

    private boolean waited(long nanos) {
        try {
            return places.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
