package org.lurewatch.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RouteGroup;
import org.lurewatch.web.view.ContactMask;
import org.lurewatch.web.view.ViewStore;
import org.lurewatch.web.view.WarningFilter;

/**
 * Warnings as they come, as server-sent events. A listener that was away says which event he got last, and gets what came
 * since: at least once, the newest revision of each. Nothing is kept for a listener but his place, so one that reads slowly
 * holds up nobody; after a while he is cut off. Contact details are hidden.
 */
public final class WarningStream implements RouteGroup, AutoCloseable {
    private static final Pattern PLACE = Pattern.compile("([0-9a-f]{8})-(\\d{1,18})");
    private static final String LAST_EVENT = "Last-Event-ID";
    private static final int ROWS = 100;

    private final ViewStore view;
    private final Bounds bounds;
    private final Semaphore free;
    private final Set<Listening> listeners = ConcurrentHashMap.newKeySet();
    private final Runnable news = this::wake;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lurewatch-stream-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private long wakes;
    private volatile boolean closed;

    /**
     * How much listeners may take.
     *
     * @param most how many there may be at once
     * @param heartbeat after how long without news a comment is sent
     * @param patience how long one event may take to be taken
     * @param longest after how long a listener has to come again, and to show again that he may
     */
    public record Bounds(int most, Duration heartbeat, Duration patience, Duration longest) {
        public static final Bounds DEFAULT =
                new Bounds(64, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofHours(1));
    }

    public WarningStream(ViewStore view, Bounds bounds) {
        this.view = Objects.requireNonNull(view);
        this.bounds = Objects.requireNonNull(bounds);
        this.free = new Semaphore(bounds.most());
        view.addListener(news);
        long check = Math.max(1, bounds.patience().toMillis() / 4);
        watch.scheduleWithFixedDelay(this::cutSlowOnes, check, check, TimeUnit.MILLISECONDS);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/warnings/stream", this::stream, Permission.READ);
    }

    /** How many listen now. */
    public int listening() {
        return listeners.size();
    }

    private void stream(Context request) throws Exception {
        WarningFilter filter = ReadRoutes.filter(
                new ListQuery(request, Set.of("since", "until", "language", "type", "verdict", "source", "campaign")));
        String accept = request.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            throw new Problem(406, "event-stream", "An event stream", "Ask for it: Accept: text/event-stream.");
        }
        String last = request.header(LAST_EVENT);
        Place from = last == null || last.isBlank() ? here() : Place.of(last);
        if (closed || !free.tryAcquire()) {
            request.header("Retry-After", "30");
            throw new Problem(503, "busy", "Busy", "As many listen as may. Try again later.");
        }
        boolean[] begun = {false};
        try {
            new SseHandler(0, client -> {
                        try {
                            new Listening(client, filter, from).run();
                        } finally {
                            free.release();
                        }
                    })
                    .handle(request);
            begun[0] = true;
        } finally {
            if (!begun[0]) {
                free.release();
            }
        }
    }

    private Place here() {
        ViewStore.Position position = view.position();
        return new Place(position.storeId(), position.sequence());
    }

    /** Where a listener is: which store, and the number of the last warning that he got. */
    private record Place(String storeId, long sequence) {
        static Place of(String text) {
            Matcher matcher = PLACE.matcher(text.strip());
            if (!matcher.matches()) {
                throw new Problem(
                        400,
                        "broken-cursor",
                        "Broken Last-Event-ID",
                        "The Last-Event-ID is none that this server gave.");
            }
            return new Place(matcher.group(1), Long.parseLong(matcher.group(2)));
        }

        @Override
        public String toString() {
            return storeId + "-" + sequence;
        }
    }

    private void wake() {
        lock.lock();
        try {
            wakes++;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void cutSlowOnes() {
        long now = System.nanoTime();
        listeners.forEach(listener -> listener.cutIfSlow(now));
    }

    /** One listener, on a thread of his own. */
    private final class Listening {
        private final SseClient client;
        private final WarningFilter filter;
        private final Thread thread = Thread.currentThread();
        private final long until = System.nanoTime() + bounds.longest().toNanos();
        private Place place;
        private long seen;

        /** When the event began that is being sent, or 0. Guarded by itself, so that none but a slow one is cut. */
        private long sendingSince;

        Listening(SseClient client, WarningFilter filter, Place from) {
            this.client = client;
            this.filter = filter;
            this.place = from;
        }

        void run() {
            listeners.add(this);
            try {
                while (isOpen()) {
                    long before = wakesNow();
                    if (!sendNews()) {
                        seen = before;
                        if (!awaitNews()) {
                            send(() -> client.sendComment("still here"));
                        }
                    }
                }
            } catch (InterruptedException e) {
                // Cut, or closed. The thread is a server's, which is to go on without the mark.
                client.close();
            } finally {
                listeners.remove(this);
                Thread.interrupted();
            }
        }

        private boolean isOpen() {
            return !closed && !client.terminated() && until - System.nanoTime() > 0;
        }

        /** @return whether there was any */
        private boolean sendNews() {
            ViewStore.Position position = view.position();
            if (!position.storeId().equals(place.storeId())) {
                // It was rebuilt: all that it holds may be news.
                place = new Place(position.storeId(), 0);
                send(() -> client.sendEvent("rebuilt", "{}", place.toString()));
            }
            if (position.sequence() <= place.sequence()) {
                return false;
            }
            List<ViewStore.Written> written = view.writtenAfter(place.sequence(), filter, ROWS);
            for (ViewStore.Written each : written) {
                place = new Place(place.storeId(), each.sequence());
                ObjectNode json = ContactMask.hide(each.warning().json());
                send(() -> client.sendEvent("warning", ApiJson.line(json), place.toString()));
                if (!isOpen()) {
                    return true;
                }
            }
            if (written.size() < ROWS) {
                place = new Place(place.storeId(), Math.max(place.sequence(), position.sequence()));
            }
            return !written.isEmpty();
        }

        private void send(Runnable sending) {
            mark(System.nanoTime());
            try {
                sending.run();
            } finally {
                mark(0);
            }
        }

        private synchronized void mark(long since) {
            sendingSince = since;
        }

        synchronized void cutIfSlow(long now) {
            if (closed
                    || sendingSince != 0
                            && now - sendingSince > bounds.patience().toNanos()) {
                thread.interrupt();
            }
        }

        private long wakesNow() {
            lock.lock();
            try {
                return wakes;
            } finally {
                lock.unlock();
            }
        }

        /** @return false where there was none for a while */
        private boolean awaitNews() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = bounds.heartbeat().toNanos();
                while (wakes == seen && !closed && left > 0) {
                    left = woken.awaitNanos(left);
                }
                return wakes != seen;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Sends all listeners away. */
    @Override
    public void close() {
        closed = true;
        view.removeListener(news);
        wake();
        watch.shutdownNow();
        listeners.forEach(listener -> listener.cutIfSlow(System.nanoTime()));
    }
}
