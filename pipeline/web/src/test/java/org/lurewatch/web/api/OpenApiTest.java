package org.lurewatch.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.web.TestDoor;
import org.lurewatch.web.access.AccountRole;
import org.lurewatch.web.access.Permission;

/** The contract says what the server does: every route, every example, every answer. */
class OpenApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode CONTRACT = contract();

    private static TestDoor door;

    /** A request that an operation has as an example, or that has no body to exemplify. */
    record Example(
            String method, String path, String contentType, Optional<JsonNode> body, JsonNode operation, int status) {
        @Override
        public String toString() {
            return method + " " + path + " " + contentType;
        }
    }

    @BeforeAll
    static void open() {
        door = TestDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static JsonNode contract() {
        try {
            return new JsonMapper(new YAMLFactory()).readTree(OpenApiTest.class.getResource("openapi.yaml"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyRouteStandsInItAndTheOtherWayRound() {
        Javalin server = Javalin.create(config -> TestDoor.groups().forEach(group -> group.addTo(config.routes)));
        Set<String> served = server.unsafe.internalRouter.allHttpHandlers().stream()
                // A parameter in angles may have slashes in it, for which OpenAPI has no sign.
                .map(each -> each.endpoint.method.name() + " "
                        + each.endpoint.path.replace('<', '{').replace('>', '}'))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = new TreeSet<>();
        CONTRACT.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> written.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertEquals(written, served);
    }

    @Test
    void itIsServedAsItStandsInTheJar() throws IOException {
        HttpResponse<String> answer = door.get("/openapi.yaml");

        assertEquals(200, answer.statusCode());
        assertEquals(CONTRACT, new JsonMapper(new YAMLFactory()).readTree(answer.body()));
    }

    static Stream<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : CONTRACT.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                String address = address(path.getKey(), operation.getValue());
                JsonNode contents = operation.getValue().path("requestBody").path("content");
                if (contents.isMissingNode()) {
                    examples.add(new Example(
                            method,
                            address,
                            "",
                            Optional.empty(),
                            operation.getValue(),
                            operation.getValue().path("x-status").asInt(200)));
                }
                for (Map.Entry<String, JsonNode> content : contents.properties()) {
                    assertFalse(content.getValue().path("examples").isEmpty(), path + " has no example");
                    content.getValue()
                            .path("examples")
                            .forEach(example -> examples.add(new Example(
                                    method,
                                    address,
                                    content.getKey(),
                                    Optional.of(example.path("value")),
                                    operation.getValue(),
                                    example.path("x-status").asInt(200))));
                }
            }
        }
        return examples.stream();
    }

    /** A path with the examples of its parameters. */
    private static String address(String path, JsonNode operation) {
        String address = path;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode resolved = resolved(parameter);
            String name = resolved.path("name").asText();
            String value = URLEncoder.encode(resolved.path("example").asText(), StandardCharsets.UTF_8);
            if (resolved.path("in").asText().equals("path")) {
                address = address.replace("{" + name + "}", value);
            } else if (resolved.path("in").asText().equals("query") && resolved.has("example")) {
                query.add(name + "=" + value);
            }
        }
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? CONTRACT.at(node.path("$ref").asText().substring(1)) : node;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsAnsweredAsItSays(Example example) {
        HttpRequest.Builder request = door.request(example.path);
        if (example.body.isPresent()) {
            JsonNode body = example.body.get();
            request.header("Content-Type", example.contentType);
            request.method(example.method, BodyPublishers.ofString(body.isTextual() ? body.asText() : body.toString()));
        } else {
            request.method(example.method, BodyPublishers.noBody());
        }

        HttpResponse<String> answer = door.send(request.build());

        assertEquals(example.status, answer.statusCode(), answer::body);
        assertAnswers(answer, example.operation);
    }

    private static void assertAnswers(HttpResponse<String> answer, JsonNode operation) {
        JsonNode response = resolved(operation.path("responses").path(Integer.toString(answer.statusCode())));
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        JsonNode content = response.path("content").path(type);
        assertFalse(content.isMissingNode(), () -> type + " is not among the answers with " + answer.statusCode());
        List<String> bodies = type.endsWith("json")
                ? type.endsWith("ndjson") ? answer.body().lines().toList() : List.of(answer.body())
                : List.of();
        bodies.forEach(body -> assertValid(content.path("schema"), body));
    }

    private static void assertValid(JsonNode schema, String body) {
        Set<ValidationMessage> problems;
        try {
            problems = schema(schema).validate(JSON.readTree(body));
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
        assertTrue(problems.isEmpty(), () -> problems + " in " + body);
    }

    private static JsonSchema schema(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", CONTRACT.path("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?explain=none {\"title\":\"Baker\"}",
                "?explain=brief [{\"title\":\"Baker\"},{},17]",
                "?deadlineMs=1 [{\"title\":\"Baker\"},{}]",
                "?deadlineMs=x {\"title\":\"Baker\"}",
                "?remember=true {\"title\":\"Baker\"}",
                "?policy=none&baseRate=7 {\"title\":\"Baker\"}",
                " {\"title\":",
                " {\"title\":\"\"}",
                " "
            })
    void whateverIsSentTheAnswerKeepsTheContract(String request) {
        String[] parts = request.split(" ", 2);

        assertAnswers(
                door.post("/v1/assess" + parts[0], "application/json", parts[1]),
                CONTRACT.at("/paths/~1v1~1assess/post"));
    }

    @Test
    void itsOwnExamplesFitItsSchemas() {
        for (JsonNode schema : CONTRACT.path("components").path("schemas")) {
            for (JsonNode example : schema.path("examples")) {
                assertValid(schema, example.toString());
            }
        }
        for (JsonNode response : CONTRACT.path("components").path("responses")) {
            for (JsonNode content : response.path("content")) {
                for (JsonNode example : content.path("examples")) {
                    assertValid(content.path("schema"), example.path("value").toString());
                }
            }
        }
    }

    @Test
    void itsListsAreThoseOfTheProgram() {
        assertEquals(names(RejectReason.values()), texts("/components/schemas/RejectReason/enum"));
        assertEquals(names(Verdict.values()), texts("/components/schemas/Verdict/enum"));
        assertEquals(names(AccountRole.values()), texts("/components/schemas/Role/enum"));
        assertEquals(names(Permission.values()), texts("/components/schemas/Permission/enum"));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(String pointer) {
        Set<String> texts = new TreeSet<>();
        CONTRACT.at(pointer).forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
