package org.lurewatch.codec.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A registry on a free port of this machine that answers what it is told to, and 40403 to everything else. */
final class TestingRegistry implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private String authorization = "";
    private int status = 200;

    TestingRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers this to requests of a method and path. */
    synchronized void put(String request, String json) {
        answers.put(request, json);
    }

    /** Answers with this status from now on, whatever is asked; 200 is for all that is well. */
    synchronized void fail(int newStatus) {
        status = newStatus;
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized String authorization() {
        return authorization;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/api/";
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body.isEmpty() ? request : request + " " + body);
        authorization = given == null ? "" : given;
        String json = answers.get(request);
        int code = status != 200 ? status : json == null ? 404 : 200;
        byte[] bytes = (json == null ? "{\"error_code\": 40403, \"message\": \"not there\"}" : json)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
