package org.lurewatch.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.web.view.TestingRecords.read;
import static org.lurewatch.web.view.TestingRecords.warning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.web.WebServer;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.view.ViewRecord;
import org.lurewatch.web.view.ViewStore;

@Timeout(120)
class WarningStreamTest {
    private static final WarningStream.Bounds BOUNDS =
            new WarningStream.Bounds(2, Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofMinutes(5));

    @TempDir
    private Path folder;

    private ViewStore view;
    private WarningStream stream;
    private WebServer server;

    /** An event as it came; a comment has neither name nor data. */
    private record Event(String id, String name, String data) {}

    @BeforeEach
    void start() {
        view = ViewStore.open(folder.resolve("view.db"));
        serve();
    }

    private void serve() {
        stream = new WarningStream(view, BOUNDS);
        server = WebServer.start(WebSettings.local(0), new Gate(request -> Caller.LOCAL), List.of(stream));
    }

    @AfterEach
    void stop() {
        stream.close();
        server.close();
        view.close();
    }

    @Test
    void aListenerGetsWhatComesAndWhatCameWhileHeWasAway() throws Exception {
        view.apply(List.of(read(0, 0, warning("before", 1, 1))));
        Event first;
        try (BufferedReader events = listen("", null)) {
            assertNull(next(events).name(), "a heartbeat, as there is no news");
            view.apply(List.of(read(0, 1, warning("a", 1, 1))));
            first = nextOf(events, "warning");
            assertTrue(first.data().contains("\"postingId\":\"a\""), first::toString);
            assertFalse(first.data().contains("example"), "contacts are hidden");
        }
        view.apply(List.of(read(0, 2, warning("b", 1, 1)), read(0, 3, warning("a", 2, 2))));
        try (BufferedReader events = listen("", first.id())) {
            assertTrue(nextOf(events, "warning").data().contains("\"postingId\":\"b\""));
            assertTrue(nextOf(events, "warning").data().contains("\"revision\":2"));
            view.apply(List.of(read(0, 4, warning("c", 1, 1))));
            assertTrue(nextOf(events, "warning").data().contains("\"postingId\":\"c\""));
        }
    }

    @Test
    void aViewThatWasRebuiltIsSentAnew() throws Exception {
        view.apply(List.of(read(0, 0, warning("a", 1, 1)), read(0, 1, warning("b", 1, 1))));
        try (BufferedReader events = listen("", "00000000-2")) {
            assertEquals("rebuilt", next(events).name());
            assertTrue(nextOf(events, "warning").data().contains("\"postingId\":\"a\""));
            assertTrue(nextOf(events, "warning").data().contains("\"postingId\":\"b\""));
        }
    }

    @Test
    void aListenerMayWantSomeAlone() throws Exception {
        try (BufferedReader events = listen("?language=vi", null)) {
            assertNull(next(events).name());
            view.apply(List.of(
                    read(0, 0, warning("thai", 1, 1)),
                    read(
                            0,
                            1,
                            ScamWarning.newBuilder(warning("viet", 1, 1))
                                    .setLanguage("vi")
                                    .build())));
            assertTrue(nextOf(events, "warning").data().contains("viet"));
        }
    }

    @Test
    void thereAreOnlySoMany() throws Exception {
        try (BufferedReader one = listen("", null);
                BufferedReader other = listen("", null)) {
            next(one);
            next(other);
            HttpResponse<InputStream> third = open("", null, true);
            assertEquals(503, third.statusCode());
            assertTrue(third.headers().firstValue("Retry-After").isPresent());
        }
        assertEquals(400, open("", "nonsense", true).statusCode());
        assertEquals(400, open("?contacts=show", null, true).statusCode());
        assertEquals(406, open("", null, false).statusCode());
    }

    @Test
    void oneThatDoesNotReadIsCutOff() throws Exception {
        String long4k = "x".repeat(4_000);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setReceiveBufferSize(4_096);
            socket.getOutputStream()
                    .write("GET /v1/warnings/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            while (stream.listening() == 0) {
                Thread.yield();
            }
            for (int batch = 0; batch < 20; batch++) {
                List<ViewRecord> records = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    int number = batch * 100 + i;
                    records.add(read(
                            0,
                            number,
                            ScamWarning.newBuilder(warning("p" + number, 1, 1))
                                    .setQuestions(List.of(long4k))
                                    .build()));
                }
                view.apply(records);
            }
            while (stream.listening() > 0) {
                Thread.yield();
            }
        }
        try (BufferedReader events = listen("", null)) {
            assertNull(next(events).name(), "others are served");
        }
    }

    private BufferedReader listen(String query, String last) throws Exception {
        HttpResponse<InputStream> answer = open(query, last, true);
        assertEquals(200, answer.statusCode());
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<InputStream> open(String query, String last, boolean accept) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/warnings/stream" + query));
        if (accept) {
            request.header("Accept", "text/event-stream");
        }
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
    }

    private static Event nextOf(BufferedReader events, String name) throws IOException {
        Event event = next(events);
        while (!name.equals(event.name())) {
            event = next(events);
        }
        return event;
    }

    private static Event next(BufferedReader events) throws IOException {
        String id = null;
        String name = null;
        String data = null;
        boolean begun = false;
        for (String line = events.readLine(); ; line = events.readLine()) {
            if (line == null) {
                throw new IOException("the stream has ended");
            }
            if (line.startsWith(":") || line.isEmpty() && begun) {
                return new Event(id, name, data);
            }
            begun |= !line.isEmpty();
            id = line.startsWith("id: ") ? line.substring(4) : id;
            name = line.startsWith("event: ") ? line.substring(7) : name;
            data = line.startsWith("data: ") ? line.substring(6) : data;
        }
    }
}
