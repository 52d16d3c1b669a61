package org.lurewatch.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Tells a request of our own pages from one that another site lets a browser send. Programs, which send neither header,
 * pass: they carry a token, or sit at this machine.
 */
public final class SameOrigin {
    private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SameOrigin() {}

    /** Whether a request may change something, and so must be our own. */
    public static boolean changes(Context request) {
        return !READS.contains(request.method());
    }

    /** @throws Problem where another site has sent it */
    public static void require(Context request) {
        String site = request.header("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        String origin = request.header("Origin");
        if (foreign || (origin != null && !isOf(origin, request))) {
            throw new Problem(
                    403, "other-site", "Sent by another site", "A page of another site has sent this request.");
        }
    }

    private static boolean isOf(String origin, Context request) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return Objects.equals(lower(authority), lower(request.header("Host")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Where no login is asked for, a browser must have meant this machine: a name of another site may have been made to
     * point here.
     *
     * @throws Problem where the request names another host
     */
    public static void requireLoopbackHost(Context request) {
        String host = lower(request.header("Host"));
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
        if (!LOOPBACK.contains(name)) {
            throw new Problem(403, "other-host", "Meant for another host", "Use http://localhost or http://127.0.0.1.");
        }
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
