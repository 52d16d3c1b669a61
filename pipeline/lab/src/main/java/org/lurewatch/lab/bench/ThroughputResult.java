package org.lurewatch.lab.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.lurewatch.lab.bench.BenchVariant.Kind;
import org.lurewatch.lab.bench.ThroughputBench.Latency;
import org.lurewatch.lab.bench.ThroughputBench.Rate;

/**
 * What a run of the throughput bench measured.
 *
 * @param rates by variant
 * @param latencies of the variants that remember
 */
public record ThroughputResult(List<Rate> rates, List<Latency> latencies) {
    public ThroughputResult {
        rates = List.copyOf(rates);
        latencies = List.copyOf(latencies);
    }

    /** How fast a variant was against another kind of the same delivery and parallelism; NaN where there is none. */
    public double ratio(Rate rate, Kind peer) {
        BenchVariant variant = rate.variant();
        return rates.stream()
                .filter(other ->
                        other.variant().equals(new BenchVariant(peer, variant.exactlyOnce(), variant.parallelism())))
                .mapToDouble(other -> rate.postingsPerSecond() / other.postingsPerSecond())
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Whether every variant that remembers has this share of a peer's rate. */
    public boolean reaches(double floor, Kind peer) {
        return rates.stream()
                .filter(rate -> rate.variant().kind() == Kind.REMEMBERING)
                .allMatch(rate -> ratio(rate, peer) >= floor);
    }

    /** Writes it as JSON: rates in postings a second, memory in bytes, times in milliseconds. */
    public void write(Path file) {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = json.createObjectNode();
        root.put("java", System.getProperty("java.version"));
        root.put("processors", Runtime.getRuntime().availableProcessors());
        ArrayNode rateNodes = root.putArray("rates");
        for (Rate rate : rates) {
            ObjectNode node = describe(rateNodes.addObject(), rate.variant());
            node.put("postingsPerSecond", rate.postingsPerSecond());
            rate.rounds().forEach(node.putArray("rounds")::add);
            node.put("ofPassThrough", ratio(rate, Kind.PASS_THROUGH));
            node.put("ofStateless", ratio(rate, Kind.STATELESS));
            node.put("liveHeapBytes", rate.liveBytes());
        }
        ArrayNode latencyNodes = root.putArray("latencies");
        for (Latency latency : latencies) {
            ObjectNode node = describe(latencyNodes.addObject(), latency.variant());
            node.put("postingsPerSecond", latency.postingsPerSecond());
            node.put("warnings", latency.warnings());
            node.put("p50", latency.p50());
            node.put("p95", latency.p95());
            node.put("p99", latency.p99());
        }
        try {
            json.writeValue(file.toFile(), root);
        } catch (IOException e) {
            throw new UncheckedIOException("the result cannot be written to " + file, e);
        }
    }

    private static ObjectNode describe(ObjectNode node, BenchVariant variant) {
        return node.put("variant", variant.kind().spelling())
                .put("delivery", variant.delivery())
                .put("parallelism", variant.parallelism());
    }
}
