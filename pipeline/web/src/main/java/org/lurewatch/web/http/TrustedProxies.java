package org.lurewatch.web.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The proxies through which browsers reach a server that speaks no TLS itself. What they say of a sender is believed, what
 * others say is not.
 */
public final class TrustedProxies {
    /** Numbers only: a name could be made to point elsewhere. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]+");

    private final Set<InetAddress> addresses = new LinkedHashSet<>();

    /**
     * @param addresses of the proxies, in numbers
     * @throws IllegalArgumentException with the one that is none
     */
    public TrustedProxies(List<String> addresses) {
        for (String address : addresses) {
            this.addresses.add(parsed(address));
        }
    }

    /** Whether any is named. */
    public boolean areNamed() {
        return !addresses.isEmpty();
    }

    /** Who sent a request: the nearest sender that is no proxy of ours. */
    public String senderOf(Context request) {
        return senderOf(request.req().getRemoteAddr(), request.header("X-Forwarded-For"));
    }

    String senderOf(String peer, String forwarded) {
        String sender = peer;
        if (forwarded != null) {
            String[] hops = forwarded.split(",");
            for (int i = hops.length - 1; i >= 0 && isProxy(sender); i--) {
                String hop = hops[i].trim();
                if (!ADDRESS.matcher(hop).matches()) {
                    return sender;
                }
                sender = hop;
            }
        }
        return sender;
    }

    /**
     * Keeps out whoever comes by no proxy, where there are proxies: what they say would go over the net for all to read.
     *
     * @throws Problem for such a request
     */
    public void require(Context request) {
        if (areNamed() && !isProxy(request.req().getRemoteAddr())) {
            throw new Problem(
                    403, "not-by-proxy", "Not by the proxy", "This server is reached through its proxy only.");
        }
    }

    private boolean isProxy(String address) {
        return ADDRESS.matcher(address).matches() && addresses.contains(parsed(address));
    }

    private static InetAddress parsed(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("a proxy is named by its address in numbers, not as " + address);
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + address, e);
        }
    }
}
