package org.lurewatch.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.web.view.TestingRecords.START;
import static org.lurewatch.web.view.TestingRecords.campaign;
import static org.lurewatch.web.view.TestingRecords.read;
import static org.lurewatch.web.view.TestingRecords.review;
import static org.lurewatch.web.view.TestingRecords.trend;
import static org.lurewatch.web.view.TestingRecords.warning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.web.WebServer;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.access.AuditEntry;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.view.ViewStore;

class ReadRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Caller VIEWER = new Caller("vic", Set.of(Permission.READ));
    private static final Caller REVIEWER = new Caller("rita", Set.of(Permission.READ, Permission.REVEAL));

    @TempDir
    private Path folder;

    private final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
    private ViewStore view;
    private WebServer server;

    @BeforeEach
    void start() {
        view = ViewStore.open(folder.resolve("view.db"));
        server = WebServer.start(
                WebSettings.local(0),
                new Gate(request -> request.header("Authorization") == null ? VIEWER : REVIEWER),
                List.of(new ReadRoutes(view, audit::add, Clock.fixed(START, ZoneOffset.UTC))));
        view.apply(List.of(
                read(
                        0,
                        0,
                        ScamWarning.newBuilder(warning("a/b", 1, 1))
                                .setCampaignId("c1")
                                .build()),
                read(0, 1, warning("b", 1, 2)),
                read(0, 2, warning("c", 1, 3)),
                read(0, 0, campaign("c1", 1, 1)),
                read(0, 0, trend("task_scam", 0, 1)),
                read(0, 0, review("r", "b", "ann", 1))));
    }

    @AfterEach
    void stop() {
        server.close();
        view.close();
    }

    @Test
    void whatIsKnownOfAPosting() throws Exception {
        JsonNode posting = json("/v1/postings/board/a/b");
        assertEquals("a/b", posting.at("/warning/postingId").asText());
        assertEquals("c1", posting.at("/campaign/campaignId").asText());
        assertEquals(0, posting.path("reviews").size());
        assertEquals(START.toString(), posting.path("knowsSince").asText());
        assertEquals(posting, json("/v1/postings?source=board&id=a%2Fb"));
        assertEquals(
                "ann", json("/v1/postings/board/b").at("/reviews/0/reviewer").asText());

        HttpResponse<String> unknown = get("/v1/postings/board/nothing", false);
        assertEquals(404, unknown.statusCode());
        assertTrue(unknown.body().contains("says nothing of the posting"), unknown::body);
        assertFalse(unknown.body().contains("board"), "what was sent is not repeated");
    }

    @Test
    void aPostingComesWithTheCourseOfItsWarning() throws Exception {
        view.apply(List.of(
                read(
                        0,
                        3,
                        ScamWarning.newBuilder(warning("b", 2, 9))
                                .setCampaignId("c1")
                                .setRevisionReason("another posting is by the same people")
                                .build()),
                read(0, 1, review("r", "d", "ann", 1))));

        JsonNode course = json("/v1/postings/board/b").path("revisions");
        assertEquals(2, course.size());
        assertEquals(2, course.at("/0/revision").asInt());
        assertEquals("[\"CAMPAIGN\"]", course.at("/0/changed").toString());
        assertEquals(
                "another posting is by the same people",
                course.at("/0/revisionReason").asText());
        assertEquals("[]", course.at("/1/changed").toString());
        assertEquals("[]", json("/v1/postings/board/d").path("revisions").toString());
    }

    @Test
    void listsAreReadSliceBySlice() throws Exception {
        List<String> ids = new ArrayList<>();
        JsonNode slice = json("/v1/warnings?limit=2");
        slice.path("items").forEach(each -> ids.add(each.path("postingId").asText()));
        slice = json("/v1/warnings?limit=2&cursor=" + slice.path("next").asText());
        slice.path("items").forEach(each -> ids.add(each.path("postingId").asText()));
        assertEquals(List.of("c", "b", "a/b"), ids);
        assertTrue(slice.path("next").isNull());

        assertEquals(1, json("/v1/warnings?campaign=c1").path("items").size());
        assertEquals(
                3,
                json("/v1/warnings?language=th&language=vi&type=task_scam&verdict=likely-scam&source=board")
                        .path("items")
                        .size());
        assertEquals(0, json("/v1/warnings?since=2026-11-21").path("items").size());
        assertEquals(1, json("/v1/campaigns?language=zh").path("items").size());
        assertEquals(1, json("/v1/campaigns/c1").path("warnings").size());
        assertEquals(
                10,
                json("/v1/trends?type=task_scam&hours=1")
                        .at("/items/0/postings")
                        .asInt());
    }

    @Test
    void contactsAreShownToWhomIsAllowedAndAsksAndThatIsWrittenDown() throws Exception {
        assertFalse(get("/v1/warnings", true).body().contains("example_desk"));
        assertFalse(get("/v1/campaigns", true).body().contains("example_desk"));
        assertFalse(get("/v1/postings/board/a/b", true).body().contains("example_desk"));
        assertEquals(List.of(), audit);

        assertEquals(403, get("/v1/warnings?contacts=show", false).statusCode());
        assertEquals(List.of(), audit);

        assertTrue(get("/v1/postings/board/b?contacts=show", true).body().contains("@example_desk"));
        assertTrue(get("/v1/campaigns/c1?contacts=show", true).body().contains("TELEGRAM:example_desk"));
        assertEquals(
                List.of(
                        new AuditEntry(START, "rita", "contacts-shown", "posting board/b"),
                        new AuditEntry(START, "rita", "contacts-shown", "campaign c1")),
                audit);
        assertTrue(get("/v1/warnings?contacts=show&limit=1", true).body().contains("@example_desk"));
        assertEquals(
                "warnings " + warning("c", 1, 3).getWarningId(), audit.get(2).subject());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/warnings?limit=0",
                "/v1/warnings?limit=501",
                "/v1/warnings?limit=x",
                "/v1/warnings?cursor=x",
                "/v1/warnings?limit=1&limit=2",
                "/v1/warnings?since=yesterday",
                "/v1/warnings?verdict=scam",
                "/v1/warnings?langauge=th",
                "/v1/warnings?contacts=all",
                "/v1/campaigns?cursor=%00",
                "/v1/trends?dimension=nothing",
                "/v1/trends?language=th&type=task_scam",
                "/v1/postings?source=board"
            })
    void whatIsNotUnderstoodIsRefused(String path) throws Exception {
        HttpResponse<String> answer = get(path, false);
        assertEquals(400, answer.statusCode(), answer::body);
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path, false);
        assertEquals(200, answer.statusCode(), answer::body);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path, boolean reviewer) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (reviewer) {
            request.header("Authorization", "Bearer rita");
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
