package org.lurewatch.codec.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.SchemaParser;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * A client of the API that Confluent's registry, Karapace and Apicurio ({@code /apis/ccompat/v7}) share: only what is needed
 * to read and write records. A schema that was found holds for ever, for an identifier never changes its meaning; one that
 * was not is asked for again after {@link #MISS_HOLDS}. For one thread at a time.
 * See RATIONALE.md, "The registry's client is our own".
 */
public final class RegistryClient implements SchemaRegistry {
    /** A producer registers its schema before it writes with it, so a miss is either an error or soon over. */
    static final Duration MISS_HOLDS = Duration.ofSeconds(30);

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_KEPT = 10_000;
    private static final int MOST_REFERENCES = 50;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** What the registry means by {@link #NOT_FOUND}: no such subject, version or schema, rather than no such path. */
    private static final int FIRST_MISS = 40401;

    private static final int LAST_MISS = 40499;

    private static final String JSON_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RegistryAddress address;
    private final HttpClient http;
    private final Clock clock;
    private final RegistryOutage outage;
    private final Map<SchemaRef, RegisteredSchema> found = bounded();
    private final Map<SchemaRef, Miss> missed = bounded();

    private record Miss(String detail, Instant until) {}

    /**
     * A client that has asked for nothing yet.
     *
     * @param clock says when a schema that was not found is asked for again
     * @param outage what is done while the registry does not answer
     * @throws RegistryException where the trust store cannot be used, or the URL is none
     */
    public RegistryClient(RegistryAddress address, Clock clock, RegistryOutage outage) {
        this.address = address;
        this.clock = clock;
        this.outage = outage;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST_CONNECT)
                // The secrets are for this place alone.
                .followRedirects(HttpClient.Redirect.NEVER);
        if (!address.trustStore().isEmpty()) {
            builder.sslContext(trusting(address));
        }
        this.http = builder.build();
        uri("");
    }

    @Override
    public RegisteredSchema find(SchemaRef schema) {
        RegisteredSchema known = found.get(schema);
        if (known != null) {
            return known;
        }
        Miss miss = missed.get(schema);
        if (miss != null && clock.instant().isBefore(miss.until())) {
            throw new UnusablePostingException(RejectReason.UNKNOWN_SCHEMA, miss.detail());
        }
        try {
            RegisteredSchema now = ask(schema);
            found.put(schema, now);
            return now;
        } catch (UnusablePostingException e) {
            missed.put(
                    schema,
                    new Miss(
                            Objects.requireNonNullElse(e.getMessage(), ""),
                            clock.instant().plus(MISS_HOLDS)));
            throw e;
        }
    }

    /**
     * The number of a schema under a subject.
     *
     * @param schema in Avro's JSON
     * @return empty where the registry does not have it there
     */
    public OptionalInt idOf(String subject, String schema) {
        return send("/subjects/" + encoded(subject), Optional.of(body(schema)))
                .map(RegistryClient::id)
                .orElse(OptionalInt.empty());
    }

    /**
     * Registers a schema under a subject, where it may lie already.
     *
     * @throws RegistryException where the registry refuses it
     */
    public int register(String subject, String schema) {
        OptionalInt id = send("/subjects/" + encoded(subject) + "/versions", Optional.of(body(schema)))
                .map(RegistryClient::id)
                .orElse(OptionalInt.empty());
        return id.orElseThrow(() -> new RegistryException(
                "the schema registry at " + address.url() + " did not register the schema of " + subject));
    }

    /** Asks for something that every registry answers, so that a mistake in the address shows. */
    public void check() {
        send("/schemas/types", Optional.empty());
    }

    private RegisteredSchema ask(SchemaRef schema) {
        if (schema instanceof SchemaRef.Glue) {
            throw unknown("the record names " + schema
                    + ", which no registry of this kind has: have it written with Avro's single-object encoding,"
                    + " or with a registry that speaks Confluent's API");
        }
        String path = schema instanceof SchemaRef.Id id
                ? "/schemas/ids/" + id.number()
                : "/schemas/guids/" + ((SchemaRef.Guid) schema).guid();
        JsonNode answer =
                send(path, Optional.empty()).orElseThrow(() -> unknown("the schema registry has no " + schema));
        return switch (answer.path("schemaType").asText("AVRO")) {
            case "AVRO" -> avro(schema, answer);
            case "JSON" -> RegisteredSchema.JSON;
            default -> throw unknown(schema + " is neither an Avro nor a JSON schema");
        };
    }

    private RegisteredSchema avro(SchemaRef name, JsonNode answer) {
        SchemaParser parser = new SchemaParser();
        try {
            readReferences(parser, answer, new int[] {0});
            return new RegisteredSchema(
                    Optional.of(parser.parse(answer.path("schema").asText()).mainSchema()));
        } catch (AvroRuntimeException e) {
            throw unknown(name + " of the schema registry is not an Avro schema that can be read");
        }
    }

    /** Reads what a schema refers to before the schema itself. */
    private void readReferences(SchemaParser parser, JsonNode answer, int[] read) {
        for (JsonNode reference : answer.path("references")) {
            read[0]++;
            if (read[0] > MOST_REFERENCES) {
                throw unknown("a schema of the registry refers to too many others");
            }
            String path = "/subjects/" + encoded(reference.path("subject").asText()) + "/versions/"
                    + reference.path("version").asInt();
            JsonNode other = send(path, Optional.empty())
                    .orElseThrow(() -> unknown("a schema of the registry refers to one that is not there"));
            readReferences(parser, other, read);
            parser.parse(other.path("schema").asText());
        }
    }

    private static UnusablePostingException unknown(String detail) {
        return new UnusablePostingException(RejectReason.UNKNOWN_SCHEMA, detail);
    }

    /** What the registry answers, once it answers; empty where it has no such thing. */
    private Optional<JsonNode> send(String path, Optional<String> body) {
        HttpRequest request = request(path, body);
        try {
            while (true) {
                String trouble;
                try {
                    HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
                    JsonNode answer = read(response);
                    if (response.statusCode() == OK) {
                        outage.answered();
                        return Optional.of(answer);
                    }
                    int code = answer.path("error_code").asInt();
                    if (response.statusCode() == NOT_FOUND && code >= FIRST_MISS && code <= LAST_MISS) {
                        outage.answered();
                        return Optional.empty();
                    }
                    trouble = "it answers " + response.statusCode() + " to "
                            + request.uri().getPath();
                } catch (IOException e) {
                    trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                }
                outage.failed("The schema registry at " + address.url() + " (registry.url) cannot be used: " + trouble);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException("interrupted while the schema registry was asked", e);
        }
    }

    private static JsonNode read(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("its answer is longer than " + MOST_BYTES + " bytes");
            }
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            if (response.statusCode() == OK) {
                throw new IOException("its answer is not JSON", e);
            }
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private HttpRequest request(String path, Optional<String> body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).timeout(LONGEST_ANSWER).header("Accept", "application/json");
        if (!address.token().isEmpty()) {
            request.header("Authorization", "Bearer " + address.token());
        } else if (!address.username().isEmpty()) {
            String secret = address.username() + ":" + address.password();
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        }
        body.ifPresent(json -> request.header("Content-Type", JSON_TYPE).POST(BodyPublishers.ofString(json)));
        return request.build();
    }

    private URI uri(String path) {
        try {
            URI uri = URI.create(address.url() + path);
            if (uri.getHost() == null || !("" + uri.getScheme()).matches("https?")) {
                throw new RegistryException(
                        "the schema registry's address is no URL of http or https: " + address.url());
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new RegistryException("the schema registry's address is no URL: " + address.url(), e);
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String body(String schema) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return body.put("schema", schema).toString();
    }

    private static OptionalInt id(JsonNode answer) {
        JsonNode id = answer.path("id");
        return id.canConvertToInt() ? OptionalInt.of(id.intValue()) : OptionalInt.empty();
    }

    private static SSLContext trusting(RegistryAddress address) {
        try {
            KeyStore store = KeyStore.getInstance(
                    new File(address.trustStore()), address.trustStorePassword().toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new RegistryException(
                    "the trust store " + address.trustStore() + " (registry.trustStore) cannot be used", e);
        }
    }

    private static <V> Map<SchemaRef, V> bounded() {
        return new LinkedHashMap<>(16, 0.75F, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<SchemaRef, V> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }
}
