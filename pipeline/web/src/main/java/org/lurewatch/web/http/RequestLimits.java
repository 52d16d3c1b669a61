package org.lurewatch.web.http;

import java.time.Duration;
import java.util.Objects;

/**
 * How much a server takes in, so that no sender can hold it up.
 *
 * @param mostBytes of a request's body, also when it is unpacked
 * @param mostHeaderBytes of a request's line and headers together
 * @param headerTime within which a request's headers must have come
 * @param requestTime within which all of a request must have come
 * @param idleTime after which a connection is closed on which nothing comes
 * @param mostConnections open at once; more wait outside
 * @param threads that answer requests
 * @param requestsPerSecond of one caller, and from one address, in the long run
 * @param burst how many of them may come at once
 * @param mostAtOnce requests whose postings are being assessed
 * @param mostWaiting requests that wait for their turn
 * @param longestWait for a turn
 */
public record RequestLimits(
        int mostBytes,
        int mostHeaderBytes,
        Duration headerTime,
        Duration requestTime,
        Duration idleTime,
        int mostConnections,
        int threads,
        int requestsPerSecond,
        int burst,
        int mostAtOnce,
        int mostWaiting,
        Duration longestWait) {

    /** Room for 1,000 postings of 8 KB, and for 400 requests a second of one caller. */
    public static final RequestLimits DEFAULT = new RequestLimits(
            8 << 20,
            16 << 10,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            1024,
            64,
            400,
            800,
            16,
            32,
            Duration.ofSeconds(2));

    /** The same with another rate; twice as many may come at once. */
    public RequestLimits withRate(int perSecond) {
        return new RequestLimits(
                mostBytes,
                mostHeaderBytes,
                headerTime,
                requestTime,
                idleTime,
                mostConnections,
                threads,
                perSecond,
                Math.multiplyExact(2, perSecond),
                mostAtOnce,
                mostWaiting,
                longestWait);
    }

    public RequestLimits {
        Objects.requireNonNull(headerTime);
        Objects.requireNonNull(requestTime);
        Objects.requireNonNull(idleTime);
        Objects.requireNonNull(longestWait);
        if (mostBytes < 1
                || mostHeaderBytes < 1
                || mostConnections < 1
                || threads < 8
                || requestsPerSecond < 1
                || burst < 1
                || mostAtOnce < 1
                || mostWaiting < 0) {
            throw new IllegalArgumentException("a server must take something in, and needs 8 threads");
        }
    }
}
