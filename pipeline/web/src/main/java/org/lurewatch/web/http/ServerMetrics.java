package org.lurewatch.web.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Counts and times what a server does. Safe to share between threads. */
public final class ServerMetrics {
    /** The content type of {@link #text}. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final String BEGIN = "lurewatch.begin";
    private static final String ASSESSING = "lurewatch.assessing";
    private static final String UNROUTED = "none";
    private static final double[] SECONDS = {
        0.0005, 0.001, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.02, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("lurewatch_http_requests_total")
            .help("Requests that were answered, by route and status")
            .labelNames("route", "status")
            .register(registry);
    private final Histogram time = Histogram.builder()
            .name("lurewatch_http_request_seconds")
            .help("Time from a request's headers to the end of its answer, by route")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .labelNames("route")
            .register(registry);
    private final Histogram ownShare = Histogram.builder()
            .name("lurewatch_http_own_seconds")
            .help("Of a request for one assessment, the time without the assessment itself")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    private final Gauge inFlight = Gauge.builder()
            .name("lurewatch_http_in_flight")
            .help("Requests that are being answered")
            .register(registry);
    private final Counter verdicts = Counter.builder()
            .name("lurewatch_http_verdicts_total")
            .help("Postings that requests carried, by verdict; REJECTED could not be assessed, DEGRADED not in time")
            .labelNames("verdict")
            .register(registry);

    /** A request has come. */
    void begin(Context request) {
        request.attribute(BEGIN, System.nanoTime());
        inFlight.inc();
    }

    /** A request was answered. */
    void end(Context request) {
        Long begin = request.attribute(BEGIN);
        if (begin == null) {
            return;
        }
        inFlight.dec();
        String route = route(request);
        double seconds = (System.nanoTime() - begin) / 1e9;
        requests.labelValues(route, Integer.toString(request.statusCode())).inc();
        time.labelValues(route).observe(seconds);
        Long assessing = request.attribute(ASSESSING);
        if (assessing != null) {
            ownShare.observe(seconds - assessing / 1e9);
        }
    }

    /** A request was refused before any route saw it. */
    void countUnrouted(int status) {
        requests.labelValues(UNROUTED, Integer.toString(status)).inc();
    }

    /** The pattern of the route that a request was led to. */
    static String route(Context request) {
        Endpoint matched = request.endpoints().matchedHttpEndpoint();
        return matched == null ? UNROUTED : matched.path;
    }

    /** When a request came, by {@link System#nanoTime}. */
    public static long beginOf(Context request) {
        Long begin = request.attribute(BEGIN);
        return begin == null ? System.nanoTime() : begin;
    }

    /** Says how long the one assessment took that a request asked for. */
    public static void assessed(Context request, long nanos) {
        request.attribute(ASSESSING, nanos);
    }

    /** Counts what became of a posting. */
    public void countVerdict(String verdict) {
        verdicts.labelValues(verdict).inc();
    }

    /** All of them, as Prometheus reads them. */
    public byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape(), EscapingScheme.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be written", e);
        }
        return out.toByteArray();
    }
}
