import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks a Lurewatch server. One file, on the JDK alone: copy it, and give it your package. JSON goes in and comes out as text,
 * for the JSON library that you have. Safe to share between threads.
 *
 * <pre>java LurewatchClient.java http://127.0.0.1:8080 FILE</pre>
 */
public final class LurewatchClient {
    /** An answer is due after this time; the deadline of a request should be shorter. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MOST_TRIES = 4;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI server;
    private final Optional<String> token;

    /** An answer that is no assessment. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status, String problem) {
            super(status + " " + problem);
            this.status = status;
        }

        /** The HTTP status; the message holds the problem of RFC 9457. */
        public int status() {
            return status;
        }
    }

    /**
     * @param server for example {@code http://127.0.0.1:8080}
     * @param token empty where the server asks for none
     */
    public LurewatchClient(URI server, Optional<String> token) {
        this.server = Objects.requireNonNull(server);
        this.token = Objects.requireNonNull(token);
    }

    /**
     * The assessment of one posting.
     *
     * @param posting one object of JSON
     * @param options for example {@code explain=brief&deadlineMs=500}, or the empty string
     * @throws Refused where the posting or the options cannot be used, or the server is busy for long
     */
    public String assess(String posting, String options) throws IOException, InterruptedException {
        return send("application/json", posting, options);
    }

    /**
     * What became of up to 1,000 postings, in their order: each an assessment, or an object with {@code error}.
     *
     * @param postings one object of JSON each, without line breaks
     */
    public List<String> assessAll(List<String> postings, String options) throws IOException, InterruptedException {
        try (Stream<String> lines = send("application/x-ndjson", String.join("\n", postings), options).lines()) {
            return lines.toList();
        }
    }

    private String send(String contentType, String body, String options) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.resolve(options.isEmpty() ? "/v1/assess" : "/v1/assess?" + options))
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        for (int tries = 1; ; tries++) {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status == 200) {
                return answer.body();
            }
            if ((status != 429 && status != 503) || tries == MOST_TRIES) {
                throw new Refused(status, answer.body());
            }
            Thread.sleep(1000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
        }
    }

    /** Assesses the posting in a file. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LurewatchClient client = new LurewatchClient(URI.create(arguments[0]), Optional.empty());
        System.out.println(client.assess(Files.readString(Path.of(arguments[1])), "explain=brief"));
    }
}
