package org.lurewatch.web.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How many requests each sender may make. Safe to share between threads. */
final class RequestRates {
    /** Senders that are remembered. One that is forgotten may begin anew. */
    private static final int MOST_SENDERS = 20_000;

    /** Bytes of an IPv6 address that name a network, which one sender has to itself. */
    private static final int NETWORK_BYTES = 8;

    private final RequestLimits limits;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_SENDERS;
        }
    };

    RequestRates(RequestLimits limits) {
        this.limits = limits;
    }

    /** Counts a request from an address. @throws Problem where there are too many */
    void countAddress(String address) {
        count("address " + network(address));
    }

    /** Counts a request of a caller. @throws Problem where there are too many */
    void countCaller(String name) {
        count("caller " + name);
    }

    private void count(String sender) {
        ConsumptionProbe probe = bucketOf(sender).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            throw new Problem(
                            429,
                            "too-many-requests",
                            "Too many requests",
                            "This server answers " + limits.requestsPerSecond()
                                    + " requests a second of one sender. Wait, or send several postings in one.")
                    .retryAfter(seconds);
        }
    }

    private synchronized Bucket bucketOf(String sender) {
        return buckets.computeIfAbsent(sender, ignored -> Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(limits.burst()).refillGreedy(limits.requestsPerSecond(), Duration.ofSeconds(1)))
                .build());
    }

    /** The address is one in figures, so that no name is looked up. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            StringBuilder network = new StringBuilder();
            for (int i = 0; i < Math.min(NETWORK_BYTES, bytes.length); i++) {
                network.append(bytes[i]).append(':');
            }
            return network.toString();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
