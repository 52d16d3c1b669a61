package org.lurewatch.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections whose sender lets a byte drip now and then. To Jetty they are not idle, so it would wait for as long as
 * bytes come; here all of a request must have come within some time. They hold no thread. See RATIONALE.md, "Slow senders
 * are ended by our own watch".
 */
final class SlowSenders implements Connection.Listener {
    private static final byte[] ANSWER = answer();

    private enum Stage {
        BEFORE,
        HEADERS,
        BODY,
        ANSWERING
    }

    /** Since when a connection is in a stage of its n-th request. */
    private record Standing(Stage stage, long request, long since) {}

    private final RequestLimits limits;
    private final Map<HttpConnection, Standing> connections = new ConcurrentHashMap<>();

    SlowSenders(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            connections.put(http, new Standing(Stage.BEFORE, 0, System.nanoTime()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof HttpConnection http) {
            connections.remove(http);
        }
    }

    /** Looks after them, from now on until the scheduler ends. */
    void watch(Scheduler scheduler) {
        connections.replaceAll(SlowSenders::now);
        connections.forEach((connection, standing) -> {
            if (System.nanoTime() - standing.since() > mostNanos(standing)) {
                end(connection);
            }
        });
        scheduler.schedule(() -> watch(scheduler), 250, TimeUnit.MILLISECONDS);
    }

    private static Standing now(HttpConnection connection, Standing before) {
        Stage stage = stage(connection.getParser());
        long request = connection.getMessagesIn();
        return stage == before.stage() && request == before.request()
                ? before
                : new Standing(stage, request, System.nanoTime());
    }

    private static Stage stage(HttpParser parser) {
        if (parser.isStart()) {
            return Stage.BEFORE;
        }
        if (parser.inHeaderState()) {
            return Stage.HEADERS;
        }
        return parser.inContentState() ? Stage.BODY : Stage.ANSWERING;
    }

    private long mostNanos(Standing standing) {
        return switch (standing.stage()) {
            case BEFORE -> (standing.request() == 0 ? limits.headerTime() : limits.idleTime()).toNanos();
            case HEADERS -> limits.headerTime().toNanos();
            case BODY -> limits.requestTime().toNanos();
            case ANSWERING -> Long.MAX_VALUE;
        };
    }

    /** Says why, if nothing was said yet. */
    private static void end(HttpConnection connection) {
        EndPoint end = connection.getEndPoint();
        if (connection.getGenerator().isCommitted()) {
            end.close();
            return;
        }
        try {
            end.write(Callback.from(end::close, failure -> end.close()), ByteBuffer.wrap(ANSWER));
        } catch (RuntimeException e) {
            end.close();
        }
    }

    private static byte[] answer() {
        byte[] body = Problem.ofStatus(408).json().getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 408 Request Timeout\r\nContent-Type: " + Problem.CONTENT_TYPE
                + "\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
