package org.lurewatch.lab.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HostileRequestsTest {
    private static final Path EXAMPLES = Path.of("../../models/trainer/written");

    @Test
    void theSameSeedAndNumberGiveTheSameRequest() {
        HostileRequests all = requests();
        LongStream.range(0, 300).forEach(all::request);
        for (long number : new long[] {0, 7, 99, 144, 299}) {
            HostileRequest alone = requests().request(number);
            assertArrayEquals(alone.bytes(), all.request(number).bytes());
            assertEquals(alone.kind(), all.request(number).kind());
        }
    }

    @Test
    void thereAreAllKinds() {
        HostileRequests requests = requests();
        Set<HostileRequestKind> kinds = LongStream.range(0, 100)
                .mapToObj(number -> requests.request(number).kind())
                .collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(HostileRequestKind.class), kinds);
    }

    @Test
    void slowOnesStopOrDripWithinWhatTheyPromise() {
        HostileRequests requests = requests();
        LongStream.range(0, 4_000)
                .mapToObj(requests::request)
                .filter(request -> request.kind() == HostileRequestKind.SLOW)
                .forEach(request -> {
                    assertTrue(request.quick() <= request.bytes().length);
                    assertTrue(!request.ends(), "they do not say that there is no more to come");
                });
    }

    @Test
    void anAnswerIsLookedAt() {
        HostileRequest path = HostileRequest.quick(1, HostileRequestKind.PATH, "GET".getBytes(UTF_8), "<lw1\"'>");
        assertEquals("", wrong(path, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>&lt;lw1&#34;"));
        assertEquals(
                "", wrong(path, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"quote\":\"<lw1\\\"'>\"}"));
        assertEquals("", wrong(path, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 Busy\r\n\r\n"));
        assertEquals("closed without an answer", wrong(path, ""));
        assertEquals("answered with -1", wrong(path, "hello"));
        assertEquals("answered with 500", wrong(path, "HTTP/1.1 500 Failed\r\n\r\n"));
        assertEquals(
                "the answer tells of the program's insides",
                wrong(path, "HTTP/1.1 400 Bad\r\n\r\n\tat org.lurewatch.web.WebServer.start(WebServer.java:40)"));
        assertEquals(
                "the answer tells of the program's insides",
                wrong(path, "HTTP/1.1 400 Bad\r\n\r\norg.eclipse.jetty.http.BadMessageException: 400"));
        assertEquals(
                "the answer repeats what was sent",
                wrong(path, "HTTP/1.1 404 Gone\r\nContent-Type: application/problem+json\r\n\r\nnot here: <lw1\"'>"));
        assertEquals(
                "the headers repeat what was sent", wrong(path, "HTTP/1.1 302 Found\r\nLocation: /<lw1\"'>\r\n\r\n"));
        assertEquals(
                "the page has an element that was sent",
                wrong(path, "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<p><img src=x onerror=alert(1)>"));
        HostileRequest cut = HostileRequest.quick(1, HostileRequestKind.CUT_OFF, new byte[0], "<lw1\"'>");
        assertEquals("", wrong(cut, ""));
    }

    private static String wrong(HostileRequest request, String answer) {
        return HostileAnswer.of(answer).wrong(request).orElse("");
    }

    private static HostileRequests requests() {
        return new HostileRequests(EXAMPLES, 1, "127.0.0.1:8080");
    }
}
