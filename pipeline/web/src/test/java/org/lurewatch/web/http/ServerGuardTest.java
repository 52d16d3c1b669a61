package org.lurewatch.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.web.TestDoor;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Permission;

/** What no client would send is answered, quickly, and without being repeated. */
@Timeout(120)
class ServerGuardTest {
    private static final String HEAD =
            "POST /v1/assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final RequestLimits IMPATIENT = new RequestLimits(
            1 << 20,
            8 << 10,
            Duration.ofMillis(700),
            Duration.ofMillis(1500),
            Duration.ofSeconds(20),
            64,
            16,
            10_000,
            10_000,
            1,
            1,
            Duration.ofSeconds(30));

    private static TestDoor door;

    @BeforeAll
    static void open() {
        door = TestDoor.open(IMPATIENT);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static String answer(String request) throws IOException {
        try (RawSocket socket = new RawSocket(door.port())) {
            return socket.send(request).rest();
        }
    }

    private static void assertStatus(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains("nosniff"), answer);
        assertFalse(answer.contains("\tat "), answer);
        assertFalse(answer.contains("Exception"), answer);
        assertFalse(answer.contains("secret"), answer);
    }

    @Test
    void headersThatDripAreEnded() throws IOException {
        try (RawSocket socket = new RawSocket(door.port())) {
            assertStatus(408, socket.send(HEAD + "X-A: ").drip("a").rest());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-7", "no-such", "%%%", "\"\"", "\"", "a b", "\u00fcnknown", "secret/../x", "-"})
    void aCharsetThatNobodyKnowsIsRefused(String charset) throws IOException {
        for (String type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded")) {
            String answer = answer("POST /v1/assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "; charset="
                    + charset + "\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
            assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
            assertFalse(answer.contains("secret"), answer);
        }
    }

    @Test
    void aSenderWhoSaysNothingAtFirstIsEnded() throws IOException {
        try (RawSocket socket = new RawSocket(door.port())) {
            assertStatus(408, socket.rest());
        }
    }

    @Test
    void aBodyThatDripsIsEnded() throws IOException {
        try (RawSocket socket = new RawSocket(door.port())) {
            assertStatus(
                    408,
                    socket.send(HEAD + "Content-Length: 60000\r\n\r\n{")
                            .drip("a")
                            .rest());
        }
    }

    @Test
    void aChunkThatNeverEndsIsEnded() throws IOException {
        assertStatus(408, answer(HEAD + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"));
    }

    @Test
    void bodiesThatStopAreEndedAndHoldNoThread() throws IOException {
        List<RawSocket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                slow.add(new RawSocket(door.port()).send(HEAD + "Content-Length: 60000\r\n\r\n{\"title\":\"secret"));
            }
            assertEquals(200, door.get("/health/live").statusCode());
            for (RawSocket socket : slow) {
                assertStatus(408, socket.rest());
            }
        } finally {
            for (RawSocket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void largeBodiesThatStopAreEndedAndLeaveThreadsForOthers() throws IOException {
        List<RawSocket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                slow.add(new RawSocket(door.port())
                        .send(HEAD + "Connection: close\r\nContent-Length: 900000\r\n\r\n{\"title\":\""
                                + "x".repeat(70_000)));
            }
            assertEquals(200, door.get("/health/live").statusCode());
            for (RawSocket socket : slow) {
                String answer = socket.rest();
                assertStatus(answer.startsWith("HTTP/1.1 503") ? 503 : 408, answer);
            }
        } finally {
            for (RawSocket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void headersThatAreTooLargeAreRefused() throws IOException {
        assertStatus(431, answer(HEAD + "X-A: secret" + "a".repeat(20_000) + "\r\n\r\n"));
        assertStatus(431, answer(HEAD + "X-A: secret\r\n".repeat(2000) + "\r\n"));
        assertStatus(414, answer("GET /secret" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: secret\r\n\r\n{}",
                "Content-Length: -1\r\n\r\n{}",
                "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nsecret\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: secret\r\n\r\n{}",
                "X-A: b\r\n secret: folded\r\n\r\n",
                "X-\u0000secret: b\r\n\r\n",
                "secret without a colon\r\n\r\n"
            })
    void whatBreaksTheProtocolIsRefused(String rest) throws IOException {
        assertStatus(400, answer(HEAD + rest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /../../etc/passwd",
                "GET /%2e%2e/%2e%2e/etc/passwd",
                "GET /..%2f..%2fetc/passwd",
                "GET /static/..%5c..%5csecret",
                "GET /openapi.yaml%00.secret",
                "GET //secret//x",
                "GET /%zzsecret",
                "GET /v1/warnings/%u0041secret",
                "GET /v1/assess?explain=%zzsecret",
                "GET /v1/assess?secret=%",
                "secret /v1/assess",
                "TRACE /v1/assess",
                "GET /v1/assess/../../../secret",
                "GET http://secret.example/v1/none",
                "OPTIONS *"
            })
    void strangeAddressesLeadNowhere(String line) throws IOException {
        String answer = answer(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertTrue(answer.matches("(?s)HTTP/1.1 (400|404|405|501) .*"), answer);
        assertFalse(answer.contains("secret"), answer);
        assertFalse(answer.contains("root:"), answer);
    }

    @Test
    void whoeverAsksFirstWhetherToSendIsToldSo() throws IOException {
        try (RawSocket socket = new RawSocket(door.port())) {
            socket.send(HEAD + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: 17\r\n\r\n")
                    .drip("");
            String answer = socket.send("{\"title\":\"Baker\"}").rest();

            assertTrue(answer.startsWith("HTTP/1.1 100 "), answer);
            assertTrue(answer.contains("HTTP/1.1 200 "), answer);
        }
    }

    @Test
    void nothingSentBecomesAHeader() throws IOException {
        String answer = answer("POST /v1/assess?explain=%0d%0aX-Injected:%20secret&x%0d%0aX-Injected:1=1 HTTP/1.1\r\n"
                + "Host: localhost\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");

        assertStatus(400, answer);
        assertFalse(answer.contains("X-Injected"), answer);
    }

    @Test
    void bodiesInChunksAreBoundedToo() throws IOException {
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        try (RawSocket socket = new RawSocket(door.port())) {
            socket.send(HEAD + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n8000\r\n" + "["
                    + "x".repeat(0x7fff) + "\r\n");
            for (int i = 0; i < 31; i++) {
                socket.send(chunk);
            }
            socket.send("1\r\nx\r\n");
            assertStatus(413, socket.rest());
        }
    }

    @Test
    void whoeverSendsTooOftenIsToldToWait() {
        RequestLimits few = new RequestLimits(
                1 << 20,
                8 << 10,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                64,
                16,
                1,
                5,
                1,
                1,
                Duration.ofSeconds(30));
        try (TestDoor strict = TestDoor.open(few)) {
            List<HttpResponse<String>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> strict.get("/health/live"))
                    .toList();

            HttpResponse<String> last = answers.get(19);
            assertEquals(200, answers.get(0).statusCode());
            assertEquals(429, last.statusCode());
            assertTrue(last.headers().firstValueAsLong("Retry-After").orElse(0) >= 1);
        }
    }

    @Test
    void whoeverComesWhenTooManyWaitIsToldToComeAgain() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        RouteGroup group = routes -> routes.get(
                "/work",
                (Context request) -> {
                    RequestTurns.Turn turn = RequestTurns.take(request);
                    try {
                        working.countDown();
                        leave.await();
                    } finally {
                        turn.close();
                    }
                },
                Permission.OPEN);
        try (TestDoor small = TestDoor.open(IMPATIENT, Caller.LOCAL, new ServerMetrics(), List.of(group))) {
            CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> small.get("/work"));
            working.await();
            List<CompletableFuture<HttpResponse<String>>> others =
                    IntStream.range(0, 5).mapToObj(i -> small.getLater("/work")).toList();

            HttpResponse<?> refused =
                    (HttpResponse<?>) CompletableFuture.anyOf(others.toArray(new CompletableFuture<?>[0]))
                            .get();

            assertEquals(503, refused.statusCode());
            assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
            leave.countDown();
            assertEquals(200, first.get().statusCode());
            List<Integer> statuses = new ArrayList<>();
            for (CompletableFuture<HttpResponse<String>> other : others) {
                statuses.add(other.get().statusCode());
            }
            assertTrue(statuses.contains(200), statuses::toString);
        }
    }

    @Test
    void whatFailsIsAnsweredWithoutATrace() {
        RouteGroup group = routes -> {
            routes.get(
                    "/fails",
                    request -> {
                        throw new IllegalStateException("secret");
                    },
                    Permission.OPEN);
            routes.get(
                    "/ends",
                    request -> {
                        throw new StackOverflowError("secret");
                    },
                    Permission.OPEN);
            routes.get("/open", request -> request.result("x"));
        };
        try (TestDoor failing = TestDoor.open(IMPATIENT, Caller.NOBODY, new ServerMetrics(), List.of(group))) {
            for (String path : List.of("/fails", "/ends")) {
                HttpResponse<String> answer = failing.get(path);
                assertEquals(500, answer.statusCode());
                assertFalse(answer.body().contains("secret"), answer::body);
                assertFalse(answer.body().contains("Exception"), answer::body);
            }
            assertEquals(401, failing.get("/open").statusCode());
        }
    }
}
