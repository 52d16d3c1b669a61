package org.lurewatch.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.Problem;
import org.lurewatch.web.http.RouteGroup;
import org.lurewatch.web.http.ServerMetrics;

/** What those ask who run the server: does it live, is it ready, what does it do, which version is it. */
public final class OperationRoutes implements RouteGroup {
    private final String version;
    private final BundleId bundle;
    private final ServerMetrics metrics;
    private final Map<String, BooleanSupplier> parts;
    private final byte[] contract;

    /**
     * @param version of the program
     * @param bundle what decides
     * @param parts whether each part that the server needs is ready, by its name
     */
    public OperationRoutes(String version, BundleId bundle, ServerMetrics metrics, Map<String, BooleanSupplier> parts) {
        this.version = Objects.requireNonNull(version);
        this.bundle = Objects.requireNonNull(bundle);
        this.metrics = Objects.requireNonNull(metrics);
        this.parts = new LinkedHashMap<>(parts);
        this.contract = contract();
    }

    private static byte[] contract() {
        try (InputStream in = OperationRoutes.class.getResourceAsStream("openapi.yaml")) {
            return Objects.requireNonNull(in, "the jar lacks openapi.yaml").readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("openapi.yaml cannot be read", e);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", request -> state(request, "live"), Permission.OPEN);
        routes.get("/health/ready", this::ready, Permission.OPEN);
        routes.get(
                "/metrics",
                request -> request.contentType(ServerMetrics.CONTENT_TYPE).result(metrics.text()),
                Permission.READ);
        routes.get("/version", this::version, Permission.READ);
        routes.get(
                "/openapi.yaml",
                request -> request.contentType("application/yaml").result(contract),
                Permission.OPEN);
    }

    private void ready(Context request) {
        List<String> waiting = parts.entrySet().stream()
                .filter(part -> !part.getValue().getAsBoolean())
                .map(Map.Entry::getKey)
                .toList();
        if (!waiting.isEmpty()) {
            throw new Problem(503, "not-ready", "Not ready", "Parts of the server are not ready yet.")
                    .with("parts", waiting)
                    .retryAfter(1);
        }
        state(request, "ready");
    }

    private static void state(Context request, String state) {
        request.contentType("application/json").result("{\"status\":\"" + state + "\"}");
    }

    private void version(Context request) {
        request.contentType("application/json").result(AnswerJson.version(version, bundle));
    }
}
