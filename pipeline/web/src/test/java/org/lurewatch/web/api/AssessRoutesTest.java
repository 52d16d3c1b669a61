package org.lurewatch.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.codec.json.AssessmentJson;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.intake.json.JsonPostingReader;
import org.lurewatch.web.TestDoor;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.OnceKey;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.RequestLimits;

class AssessRoutesTest {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String BAKER =
            "{\"identifier\":\"b\",\"title\":\"Baker\",\"description\":\"We bake bread at night.\"}";
    private static final String LURE =
            "{\"identifier\":\"l\",\"title\":\"Order clerk, work from home\",\"description\":"
                    + "\"Earn 300 dollars a day. Optimise forty orders from your phone. When the balance is negative, top up to go"
                    + " on and withdraw everything in the evening. Write to the teacher on Telegram @order_teacher_88.\"}";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Caller REVIEWER =
            new Caller("ana", EnumSet.of(Permission.OPEN, Permission.ASSESS, Permission.REVIEW));

    private static TestDoor door;

    @BeforeAll
    static void open() {
        door = TestDoor.open();
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static JsonNode assessed(String query, String body) {
        HttpResponse<String> answer = door.post("/v1/assess" + query, JSON, body);
        assertEquals(200, answer.statusCode(), answer::body);
        return json(answer);
    }

    private static JsonNode refused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        JsonNode problem = json(answer);
        assertEquals(status, problem.path("status").asInt());
        return problem;
    }

    @Test
    void onePostingIsAnsweredWithWhatScreenPrints() {
        String line = AssessmentJson.line(TestDoor.BUNDLE
                .detector(PolicyChoice.DEFAULT)
                .assess(new JsonPostingReader(PostingLimits.DEFAULT).read(LURE).posting()));

        HttpResponse<String> answer = door.post("/v1/assess", JSON, LURE);

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith(line.substring(0, line.length() - 1) + ",\"policy\":{"), answer::body);
        JsonNode policy = json(answer).path("policy");
        assertEquals("platform", policy.path("name").asText());
        assertTrue(policy.path("likely").asDouble() > policy.path("unsure").asDouble());
        assertEquals(
                AssessSettings.DEFAULT.howToDispute(),
                json(answer).path("howToDispute").asText());
        assertFalse(json(answer).has("degraded"));
    }

    @Test
    void aListIsAnsweredItemByItem() {
        JsonNode items =
                assessed("", "[" + BAKER + ",{\"title\":\"\"}," + LURE + "]").path("items");

        assertEquals(3, items.size());
        assertEquals(
                List.of(0, 1, 2),
                Stream.of(0, 1, 2).map(i -> items.get(i).path("index").asInt()).toList());
        assertEquals("b", items.get(0).path("postingId").asText());
        assertEquals("NO_TEXT", items.get(1).path("error").path("reason").asText());
        assertEquals("l", items.get(2).path("postingId").asText());
        assertTrue(items.get(1).path("place").asText().contains("2"), () -> items.get(1)
                .toString());
    }

    @Test
    void aListOfOneIsAListToo() {
        assertEquals(1, assessed("", "[" + BAKER + "]").path("items").size());
        assertEquals(1, assessed("", "{\"jobs\":[" + BAKER + "]}").path("items").size());
    }

    @Test
    void linesAreAnsweredInLinesEachWithItsOwnError() throws IOException {
        HttpResponse<String> answer = door.post("/v1/assess", LINES, BAKER + "\n{\"title\":\"cut\n\n" + LURE + "\n");

        assertEquals(200, answer.statusCode());
        assertEquals(LINES, answer.headers().firstValue("Content-Type").orElse(""));
        List<String> lines = answer.body().lines().toList();
        assertEquals(3, lines.size(), answer::body);
        assertEquals("b", MAPPER.readTree(lines.get(0)).path("postingId").asText());
        assertEquals(
                "MALFORMED_JSON",
                MAPPER.readTree(lines.get(1)).path("error").path("reason").asText());
        assertEquals("l", MAPPER.readTree(lines.get(2)).path("postingId").asText());
    }

    @Test
    void aThousandPostingsAreAnsweredInOrderAndOneMoreIsTooMany() {
        String thousand = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"identifier\":\"p" + i + "\",\"title\":\"Baker " + i + "\"}")
                .collect(Collectors.joining("\n"));

        JsonNode items = assessed("?explain=none", thousand).path("items");

        assertEquals(1000, items.size());
        for (int i = 0; i < 1000; i++) {
            assertEquals("p" + i, items.get(i).path("postingId").asText());
        }
        refused(413, door.post("/v1/assess", LINES, thousand + "\n" + BAKER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title,description\nBaker,We bake bread at night.\nDriver,You drive our van.\n",
                "<html><body><script type=\"application/ld+json\">[" + "{\"@type\":\"JobPosting\",\"title\":\"Baker\"},"
                        + "{\"@type\":\"JobPosting\",\"title\":\"Driver\"}]</script></body></html>",
                "[{\"Stellentitel\":\"Baker\",\"Beschreibung\":\"We bake bread.\"},"
                        + "{\"Stellentitel\":\"Driver\",\"Beschreibung\":\"You drive.\"}]"
            })
    void anyShapeThatFilesHaveIsRead(String body) {
        HttpResponse<String> answer = door.post("/v1/assess", "text/plain", body);

        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals(2, json(answer).path("items").size(), answer::body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"cut off", "not json", "[{\"title\":\"cut", "{\"title\" \"x\"}"})
    void brokenJsonIsRefusedInOneMessage(String body) {
        JsonNode problem = refused(400, door.post("/v1/assess", JSON, body));

        assertFalse(problem.path("detail").asText().isBlank());
        assertTrue(
                problem.path("reason").asText().startsWith("M")
                        || problem.path("reason").asText().equals("UNKNOWN_FORMAT"),
                problem::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "[]"})
    void nothingIsRefused(String body) {
        refused(400, door.post("/v1/assess", JSON, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"\"}", "{\"identifier\":\"x\"}", "{\"secret-name-1\":17}", "{}"})
    void aPostingWithoutTextIsUnusable(String body) {
        JsonNode problem = refused(422, door.post("/v1/assess", JSON, body));

        assertEquals("NO_TEXT", problem.path("reason").asText());
        assertFalse(problem.toString().contains("secret-name"), problem::toString);
    }

    @Test
    void whatIsNestedTooDeeplyIsRefused() {
        String deep = "{\"title\":\"x\",\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertEquals(
                "MALFORMED_JSON",
                refused(400, door.post("/v1/assess", JSON, deep)).path("reason").asText());
    }

    @Test
    void aPostingLargerThanItsLimitIsRefused() {
        String large = "{\"title\":\"" + "x".repeat(2 << 20) + "\"}";

        assertEquals(
                "POSTING_TOO_LARGE",
                refused(413, door.post("/v1/assess", JSON, large))
                        .path("reason")
                        .asText());
    }

    @Test
    void allOptionsThatCannotBeMetAreNamedAtOnce() {
        JsonNode problem = refused(
                400,
                door.post(
                        "/v1/assess?explain=all&policy=secret-policy&baseRate=2&alarmsPer1000=x&deadlineMs=0&secret=1"
                                + "&remember=yes&explain=full",
                        JSON,
                        BAKER));

        assertEquals(7, problem.path("problems").size(), problem::toString);
        assertFalse(problem.toString().contains("secret"), problem::toString);
        JsonNode outside = refused(400, door.post("/v1/assess?alarmsPer1000=999", JSON, BAKER));
        assertTrue(outside.path("detail").asText().contains("table of honest scores"), outside::toString);
    }

    @Test
    void thePolicyAndItsLinesAreThoseAskedFor() {
        JsonNode policy = assessed("?policy=campaign&baseRate=0.01&alarmsPer1000=2", BAKER)
                .path("policy");

        assertEquals("campaign", policy.path("name").asText());
        assertEquals(0.01, policy.path("baseRate").asDouble());
        assertEquals(2, policy.path("alarmsPer1000").asDouble());
    }

    @Test
    void lessIsExplainedWhereLessIsWanted() {
        JsonNode full = assessed("", LURE);
        JsonNode brief = assessed("?explain=brief", LURE);
        JsonNode none = assessed("?explain=none", LURE);

        assertTrue(full.path("evidence").size() > brief.path("evidence").size());
        assertFalse(brief.path("evidence").isEmpty());
        assertTrue(none.path("evidence").isEmpty());
        assertEquals(full.path("verdict"), none.path("verdict"));
        assertEquals(full.path("score"), brief.path("score"));
    }

    @Test
    void whatMemoryKnowsIsAnsweredAndItsFailureIsSaid() {
        PostingMemory knows = (posting, assessment) -> new PostingMemory.Known(assessment, Optional.of("campaign-7"));
        PostingMemory fails = (posting, assessment) -> {
            throw new IllegalStateException("the view is locked");
        };
        try (TestDoor knowing = TestDoor.open(
                        RequestLimits.DEFAULT, Caller.LOCAL, AssessSettings.DEFAULT, knows, Optional.empty());
                TestDoor failing = TestDoor.open(
                        RequestLimits.DEFAULT, Caller.LOCAL, AssessSettings.DEFAULT, fails, Optional.empty())) {
            assertEquals(
                    "campaign-7",
                    json(knowing.post("/v1/assess", JSON, BAKER))
                            .path("campaignId")
                            .asText());
            JsonNode degraded = json(failing.post("/v1/assess", JSON, BAKER));
            assertTrue(degraded.path("degraded").asBoolean());
            assertEquals("memory", degraded.path("degradedBy").asText());
            assertEquals("NO_SIGN_FOUND", degraded.path("verdict").asText());
        }
    }

    @Test
    void pastTheDeadlineThePolicyOfTheServerHolds() {
        String slow = "{\"identifier\":\"slow\",\"title\":\"Clerk\",\"description\":\""
                + "Earn money from home and top up the balance. ".repeat(2000) + "\"}";
        AssessSettings open = new AssessSettings("Write to us.", LatePolicy.FAIL_OPEN);
        try (TestDoor failingOpen =
                TestDoor.open(RequestLimits.DEFAULT, Caller.LOCAL, open, PostingMemory.NOTHING, Optional.empty())) {
            JsonNode closed = assessed("?deadlineMs=1", slow);
            assertEquals("UNSURE", closed.path("verdict").asText(), closed::toString);
            assertTrue(closed.path("degraded").asBoolean());
            assertEquals("fail-closed", closed.path("degradedPolicy").asText());
            assertTrue(closed.path("score").isNull());
            assertEquals("slow", closed.path("postingId").asText());

            JsonNode item = json(failingOpen.post("/v1/assess?deadlineMs=1", JSON, "[" + slow + ",{}," + BAKER + "]"))
                    .path("items");
            assertTrue(item.get(0).path("verdict").isNull(), item::toString);
            assertEquals("fail-open", item.get(0).path("degradedPolicy").asText());
            assertTrue(item.get(1).has("error"));
            assertTrue(item.get(2).path("degraded").asBoolean());
        }
        assertFalse(assessed("?deadlineMs=60000", BAKER).has("degraded"));
    }

    @Test
    void whatIsToBeRememberedIsSentBeforeTheAnswer() {
        List<String> sent = new ArrayList<>();
        PostingSink keeps =
                postings -> postings.stream().map(JobPosting::identifier).forEach(sent::add);
        PostingSink fails = postings -> {
            throw new IOException("no broker");
        };
        try (TestDoor keeping = TestDoor.open(
                        RequestLimits.DEFAULT,
                        REVIEWER,
                        AssessSettings.DEFAULT,
                        PostingMemory.NOTHING,
                        Optional.of(keeps));
                TestDoor losing = TestDoor.open(
                        RequestLimits.DEFAULT,
                        REVIEWER,
                        AssessSettings.DEFAULT,
                        PostingMemory.NOTHING,
                        Optional.of(fails));
                TestDoor alone = TestDoor.open(
                        RequestLimits.DEFAULT,
                        REVIEWER,
                        AssessSettings.DEFAULT,
                        PostingMemory.NOTHING,
                        Optional.empty())) {
            assertEquals(
                    200,
                    keeping.post("/v1/assess?remember=true", LINES, BAKER + "\n{}\n" + LURE)
                            .statusCode());
            assertEquals(List.of("b", "l"), sent);
            assertEquals(200, keeping.post("/v1/assess", JSON, LURE).statusCode());
            assertEquals(
                    200, keeping.post("/v1/assess?remember=true", JSON, BAKER).statusCode());
            assertEquals(List.of("b", "l", "b"), sent);

            List<Optional<OnceKey>> keys = new ArrayList<>();
            PostingSink once = new PostingSink() {
                @Override
                public void send(List<JobPosting> postings) {
                    throw new AssertionError("the key is lost");
                }

                @Override
                public void send(List<JobPosting> postings, Optional<OnceKey> key) {
                    keys.add(key);
                }
            };
            try (TestDoor telling = TestDoor.open(
                    RequestLimits.DEFAULT,
                    REVIEWER,
                    AssessSettings.DEFAULT,
                    PostingMemory.NOTHING,
                    Optional.of(once))) {
                for (int i = 0; i < 2; i++) {
                    telling.send(telling.request("/v1/assess?remember=true")
                            .header("Content-Type", JSON)
                            .header("Idempotency-Key", "request-1")
                            .POST(BodyPublishers.ofString(BAKER))
                            .build());
                }
            }
            assertEquals(2, keys.size());
            assertTrue(keys.get(0).isPresent());
            assertEquals(keys.get(0), keys.get(1));

            refused(503, losing.post("/v1/assess?remember=true", JSON, BAKER));
            refused(503, losing.post("/v1/assess?remember=true", LINES, BAKER));
            refused(503, alone.post("/v1/assess?remember=true", JSON, BAKER));
        }
        refused(401, door.post("/v1/assess?remember=true", JSON, BAKER));
    }

    @Test
    void aBodyMayBePacked() throws IOException {
        assertEquals(200, packed("gzip", gzip(BAKER.getBytes())).statusCode());
        refused(415, packed("br", BAKER.getBytes()));
        refused(400, packed("gzip", BAKER.getBytes()));
        byte[] whole = gzip(LURE.getBytes());
        refused(400, packed("gzip", java.util.Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        byte[] bomb = gzip(new byte[64 << 20]);

        assertTrue(bomb.length < 1 << 17);
        refused(413, packed("gzip", bomb));
        int status = door.post("/v1/assess", "application/octet-stream", gzip(new byte[512 << 20]))
                .statusCode();
        assertEquals(400, status);
    }

    private static HttpResponse<String> packed(String coding, byte[] body) {
        return door.send(door.request("/v1/assess")
                .header("Content-Type", JSON)
                .header("Content-Encoding", coding)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void everyAnswerCarriesWhatBrowsersShouldObey() {
        for (HttpResponse<String> answer : List.of(
                door.post("/v1/assess", JSON, BAKER),
                door.post("/v1/assess", JSON, "{"),
                door.get("/nowhere"),
                door.get("/v1/assess"),
                door.get("/health/live"))) {
            for (String header : Set.of("X-Content-Type-Options", "Referrer-Policy", "Cache-Control")) {
                assertTrue(answer.headers().firstValue(header).isPresent(), header + " of " + answer);
            }
            assertTrue(answer.headers().firstValue("Server").isEmpty());
        }
    }

    @Test
    void metricsCountRequestsAndVerdicts() {
        try (TestDoor counted = TestDoor.open()) {
            counted.post("/v1/assess", JSON, BAKER);
            counted.post("/v1/assess", JSON, "[" + BAKER + ",{}]");
            counted.post("/v1/assess", JSON, "{");
            counted.get("/nowhere/" + "x".repeat(50));

            String metrics = counted.get("/metrics").body();

            for (String line : List.of(
                    "lurewatch_http_requests_total{route=\"/v1/assess\",status=\"200\"} 2.0",
                    "lurewatch_http_requests_total{route=\"/v1/assess\",status=\"400\"} 1.0",
                    "lurewatch_http_requests_total{route=\"none\",status=\"404\"} 1.0",
                    "lurewatch_http_verdicts_total{verdict=\"NO_SIGN_FOUND\"} 2.0",
                    "lurewatch_http_verdicts_total{verdict=\"REJECTED\"} 2.0",
                    "lurewatch_http_own_seconds_count 1",
                    "lurewatch_http_in_flight 1.0")) {
                assertTrue(metrics.contains(line), line + " in\n" + metrics);
            }
        }
    }
}
