package org.lurewatch.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lurewatch.codec.ListRecords;
import org.lurewatch.desk.DeskException;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.detection.lists.ListName;
import org.lurewatch.detection.lists.ListedKind;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.web.TestDoor;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.RequestLimits;
import org.lurewatch.web.http.ServerMetrics;

class ListRoutesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Caller LEAD = new Caller("mai", Set.of(Permission.READ, Permission.LISTS, Permission.ASSESS));
    private static final ListEntry ENDED = ListEntry.of(
            ListedKind.EMPLOYER,
            "Blue Harbour Ltd",
            ListName.BLOCK,
            "two complaints",
            "mai",
            NOW.minusSeconds(100),
            Optional.of(NOW));
    private static final ListEntry STANDS = ListEntry.of(
            ListedKind.DOMAIN,
            "bad-hr.example",
            ListName.BLOCK,
            "two complaints",
            "mai",
            NOW.minusSeconds(100),
            Optional.empty());
    private static final PostingLists LISTS = PostingLists.of(List.of(ENDED, STANDS));

    /** What was written down and what was sent, in this order. */
    private final List<String> done = new ArrayList<>();

    private final List<ControlCommand> sent = new ArrayList<>();

    @Test
    void allEntriesAreShownWithThoseThatHaveEnded() {
        try (TestDoor door = door(LEAD, sent::add)) {
            HttpResponse<String> answer = door.get("/v1/lists");

            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("\"value\":\"Blue Harbour Ltd\""), answer::body);
            assertTrue(answer.body().contains("\"ended\":true") && answer.body().contains("\"ended\":false"));
        }
    }

    @Test
    void anEntryIsWrittenDownFirstAndThenSentInTheNameOfTheCaller() {
        try (TestDoor door = door(LEAD, this::send)) {
            HttpResponse<String> answer = door.post(
                    "/v1/lists",
                    "application/json",
                    "{\"list\": \"allow\", \"kind\": \"handle\", \"value\": \"t.me/anna_q1\", \"reason\": \"known\","
                            + " \"author\": \"somebody else\", \"since\": \"2020-01-01\", \"until\": \"2027-01-01\"}");

            assertEquals(201, answer.statusCode(), answer::body);
            assertEquals(List.of("mai list-allow handle t.me/anna_q1", "sent ALLOW"), done);
            ListEntry entry = ListRecords.toDomain(sent.get(0)).entry().orElseThrow();
            assertEquals("mai", entry.author());
            assertEquals(NOW, entry.since());
            assertEquals(Optional.of(Instant.parse("2027-01-01T00:00:00Z")), entry.until());
        }
    }

    @Test
    void aValueIsTakenOffByItsName() {
        try (TestDoor door = door(LEAD, this::send)) {
            HttpResponse<String> answer =
                    door.send(door.request("/v1/lists?kind=employer&value=Blue%20Harbour%20Ltd&reason=settled")
                            .DELETE()
                            .build());

            assertEquals(204, answer.statusCode(), answer::body);
            assertEquals(List.of("mai list-remove employer Blue Harbour Ltd", "sent UNLIST"), done);
            assertEquals("list/employer/blue harbour ltd", ListRecords.key(sent.get(0)));
        }
    }

    @Test
    void whatCannotBeListedIsRefusedAndNotRepeated() {
        try (TestDoor door = door(LEAD, this::send)) {
            for (String body : List.of(
                    "{\"list\": \"block\", \"kind\": \"domain\", \"value\": \"gmail.com\", \"reason\": \"x\"}",
                    "{\"list\": \"block\", \"kind\": \"zzkind\", \"value\": \"a\", \"reason\": \"x\"}",
                    "{\"list\": \"block\", \"kind\": \"domain\", \"value\": \"bad-hr.example\"}")) {
                HttpResponse<String> answer = door.post("/v1/lists", "application/json", body);
                assertEquals(422, answer.statusCode(), answer::body);
                assertFalse(answer.body().contains("zzkind"), answer::body);
            }
            assertEquals(400, door.post("/v1/lists", "application/json", "[").statusCode());
            assertEquals(
                    413,
                    door.post("/v1/lists", "application/json", " ".repeat(17 << 10))
                            .statusCode());
            assertEquals(List.of(), done);
        }
    }

    @Test
    void whereKafkaDoesNotTakeItTheAnswerSaysSo() {
        Consumer<ControlCommand> away = command -> {
            throw new DeskException("no answer");
        };
        try (TestDoor door = door(LEAD, away)) {
            HttpResponse<String> answer = door.post(
                    "/v1/lists",
                    "application/json",
                    "{\"list\": \"block\", \"kind\": \"domain\", \"value\": \"bad-hr.example\", \"reason\": \"x\"}");

            assertEquals(503, answer.statusCode());
            assertEquals(Optional.of("5"), answer.headers().firstValue("Retry-After"));
        }
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        try (TestDoor door = door(new Caller("vi", Set.of(Permission.READ)), this::send)) {
            assertEquals(200, door.get("/v1/lists").statusCode());
            assertEquals(403, door.post("/v1/lists", "application/json", "{}").statusCode());
            assertEquals(List.of(), done);
        }
    }

    @Test
    void whatIsAssessedObeysTheLists() {
        try (TestDoor door = door(LEAD, this::send)) {
            String answer = door.post(
                            "/v1/assess",
                            "application/json",
                            "{\"title\": \"Cook\", \"description\": \"A cook for the early shift. Apply at jobs.bad-hr.example.\","
                                    + " \"hiringOrganization\": {\"name\": \"Blue Harbour Ltd\"}}")
                    .body();

            assertTrue(answer.contains("\"verdict\":\"LIKELY_SCAM\""), answer);
            assertTrue(answer.contains("\"modelVerdict\":\"NO_SIGN_FOUND\""), answer);
            assertTrue(answer.contains("on your block list since 2026-11-30: two complaints (mai)"), answer);
            assertTrue(answer.contains("\"quote\":\"jobs.bad-hr.example\""), answer);
        }
    }

    private void send(ControlCommand command) {
        done.add("sent " + command.getAction());
        sent.add(command);
    }

    private TestDoor door(Caller caller, Consumer<ControlCommand> sender) {
        ServerMetrics metrics = new ServerMetrics();
        return TestDoor.open(
                RequestLimits.DEFAULT,
                caller,
                metrics,
                List.of(
                        new ListRoutes(
                                () -> LISTS,
                                sender,
                                entry -> done.add(entry.who() + " " + entry.action() + " " + entry.subject()),
                                CLOCK),
                        new AssessRoutes(
                                new RequestAssessor(TestDoor.BUNDLE, PostingMemory.NOTHING, () -> LISTS, CLOCK),
                                AssessSettings.DEFAULT,
                                metrics,
                                Optional.empty())));
    }
}
