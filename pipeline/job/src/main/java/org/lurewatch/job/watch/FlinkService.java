package org.lurewatch.job.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Flink's REST service, of a cluster or of one in this JVM. */
final class FlinkService {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 8 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param address such as {@code http://localhost:8081} */
    FlinkService(URI address) {
        this.address = address;
    }

    /** @throws IOException if Flink does not answer, or refuses */
    JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .GET()
                .build();
        var response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES);
            if (response.statusCode() != 200) {
                throw new IOException(String.format(Locale.ROOT, "%s answers %d", address, response.statusCode()));
            }
            return JSON.readTree(bytes);
        }
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes;
    }
}
