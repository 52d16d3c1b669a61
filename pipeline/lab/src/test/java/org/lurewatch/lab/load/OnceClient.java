package org.lurewatch.lab.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Sends what must arrive once, each under a key of its own, as a platform does: again, where no answer came. */
public final class OnceClient {
    /** What says that it is worth sending the same again. */
    private static final Set<Integer> AGAIN = Set.of(409, 429, 502, 503);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAUSE_MILLIS = 100;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Supplier<URI> server;
    private final String token;

    /**
     * One request that changes something.
     *
     * @param path below the server
     * @param key its Idempotency-Key
     */
    public record Once(String path, String key, String body) {}

    /** @param server where it serves at this moment */
    public OnceClient(Supplier<URI> server, String token) {
        this.server = server;
        this.token = token;
    }

    /** The answer; empty, a little later, where it has to be sent again. */
    public Optional<HttpResponse<String>> send(Once once) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.get().resolve(once.path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", once.key)
                .POST(BodyPublishers.ofString(once.body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (!AGAIN.contains(answer.statusCode())) {
                return Optional.of(answer);
            }
        } catch (IOException e) {
            // The server is gone, and whether it took the request nobody knows.
        }
        Thread.sleep(PAUSE_MILLIS);
        return Optional.empty();
    }
}
