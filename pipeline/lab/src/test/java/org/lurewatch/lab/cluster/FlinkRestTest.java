package org.lurewatch.lab.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Flink answers, in the words of its documentation, and what is made of it. */
class FlinkRestTest {
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private FlinkRest flink;

    private record Answer(int status, String body) {}

    private record Request(String line, String contentType, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        flink = new FlinkRest("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(new Request(
                line,
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Answer answer = answers.getOrDefault(line, new Answer(404, "{\"errors\": [\"Not found: " + line + "\"]}"));
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void aJarIsHandedOverWholeAndStartedUnderTheNameThatItWasGiven(@TempDir Path folder) throws IOException {
        Path jar = Files.write(folder.resolve("job.jar"), "the jar".getBytes(UTF_8));
        answers.put(
                "POST /jars/upload",
                new Answer(
                        200,
                        "{\"filename\": \"/tmp/flink-web/flink-web-upload/1f2e_job.jar\", \"status\": \"success\"}"));
        answers.put("POST /jars/1f2e_job.jar/run", new Answer(200, "{\"jobid\": \"0a1b\"}"));

        assertEquals("1f2e_job.jar", flink.upload(jar));
        assertEquals("0a1b", flink.run("1f2e_job.jar", List.of("--config", "with \"quotes\".yaml")));

        Request upload = requests.remove();
        String boundary = upload.contentType().substring("multipart/form-data; boundary=".length());
        assertEquals(
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"job.jar\"\r\n"
                        + "Content-Type: application/java-archive\r\n\r\nthe jar\r\n--" + boundary + "--\r\n",
                upload.body());
        assertEquals(
                "{\"programArgsList\":[\"--config\",\"with \\\"quotes\\\".yaml\"]}",
                requests.remove().body());
    }

    @Test
    void aJobRunsOnceAllOfItsTasksDo() throws IOException {
        String job = "{\"state\": \"%s\", \"vertices\": [{\"id\": \"a\", \"status\": \"RUNNING\"},"
                + " {\"id\": \"b\", \"status\": \"%s\"}]}";
        answers.put("GET /jobs/1", new Answer(200, job.formatted("RUNNING", "RUNNING")));
        answers.put("GET /jobs/2", new Answer(200, job.formatted("RUNNING", "INITIALIZING")));
        answers.put("GET /jobs/3", new Answer(200, job.formatted("RESTARTING", "RUNNING")));

        assertTrue(flink.isRunning("1"));
        assertFalse(flink.isRunning("2"));
        assertFalse(flink.isRunning("3"));
    }

    @Test
    void jobsTaskManagersAndCheckpointsAreRead() throws IOException {
        answers.put("GET /overview", new Answer(200, "{\"taskmanagers\": 2, \"slots-total\": 4}"));
        answers.put(
                "GET /taskmanagers", new Answer(200, "{\"taskmanagers\": [{\"id\": \"tm-2\"}, {\"id\": \"tm-1\"}]}"));
        answers.put(
                "GET /jobs",
                new Answer(
                        200,
                        "{\"jobs\": [{\"id\": \"1\", \"status\": \"FAILED\"}, {\"id\": \"2\", \"status\": \"RUNNING\"}]}"));
        answers.put("GET /jobs/2", new Answer(200, "{\"vertices\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}"));
        answers.put(
                "GET /jobs/2/vertices/a",
                new Answer(
                        200,
                        "{\"subtasks\": [{\"status\": \"RUNNING\", \"taskmanager-id\": \"tm-1\"},"
                                + " {\"status\": \"CANCELED\", \"taskmanager-id\": \"tm-9\"}]}"));
        answers.put(
                "GET /jobs/2/vertices/b",
                new Answer(200, "{\"subtasks\": [{\"status\": \"RUNNING\", \"taskmanager-id\": \"tm-2\"}]}"));
        answers.put("GET /jobs/2/checkpoints", new Answer(200, "{\"counts\": {\"completed\": 7, \"failed\": 3}}"));

        assertEquals(2, flink.taskManagers());
        assertEquals(Set.of("tm-1", "tm-2"), flink.taskManagerNames());
        assertEquals(List.of("1 FAILED", "2 RUNNING"), flink.jobs());
        assertEquals(Set.of("tm-1", "tm-2"), flink.taskManagersOf("2"));
        assertEquals(3, flink.failedCheckpoints("2"));
    }

    @Test
    void theJobsOwnCountersAreSummedOverAllThatCountThem() throws IOException {
        answers.put(
                "GET /jobs/1", new Answer(200, "{\"vertices\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\"}]}"));
        answers.put(
                "GET /jobs/1/vertices/a/subtasks/metrics",
                new Answer(
                        200,
                        "[{\"id\": \"decode postings.lurewatch.in\"}, {\"id\": \"decode postings.numRecordsIn\"},"
                                + " {\"id\": \"detect.lurewatch.warned\"},"
                                + " {\"id\": \"detect.lurewatch.language.en.warned\"},"
                                + " {\"id\": \"detect.lurewatch.cleared\"}]"));
        answers.put(
                "GET /jobs/1/vertices/a/subtasks/metrics?agg=sum&get=decode+postings.lurewatch.in,detect.lurewatch.warned",
                new Answer(
                        200,
                        "[{\"id\": \"decode postings.lurewatch.in\", \"sum\": 40.0},"
                                + " {\"id\": \"detect.lurewatch.warned\", \"sum\": 3.0}]"));
        answers.put(
                "GET /jobs/1/vertices/b/subtasks/metrics", new Answer(200, "[{\"id\": \"other.lurewatch.warned\"}]"));
        answers.put(
                "GET /jobs/1/vertices/b/subtasks/metrics?agg=sum&get=other.lurewatch.warned",
                new Answer(200, "[{\"id\": \"other.lurewatch.warned\", \"sum\": 2.0}]"));
        answers.put("GET /jobs/1/vertices/c/subtasks/metrics", new Answer(200, "[]"));

        assertEquals(Map.of("in", 40L, "warned", 5L, "sent", 0L), flink.sums("1", List.of("in", "warned", "sent")));
    }

    @Test
    void whereFlinkRefusesTheInnermostReasonIsTold() {
        answers.put(
                "GET /overview",
                new Answer(
                        500,
                        "{\"errors\": [\"Internal server error.\", \"<Exception on server side:\\n"
                                + "java.lang.RuntimeException: outer\\n\\tat somewhere\\n"
                                + "Caused by: java.lang.IllegalStateException: middle\\n\\tat somewhere\\n"
                                + "Caused by: java.net.ConnectException: inner\\n\\tat somewhere\\n>\"]}"));

        assertEquals(
                "Flink answers 500: Caused by: java.net.ConnectException: inner",
                assertThrows(IOException.class, flink::taskManagers).getMessage());
        assertEquals(
                "Flink answers 404: Not found: GET /jobs",
                assertThrows(IOException.class, flink::jobs).getMessage());
    }

    @Test
    void anAnswerThatIsNoJsonAndNoAnswerAreErrorsOfTheConnection() {
        answers.put("GET /overview", new Answer(200, "<html>starting"));
        assertThrows(IOException.class, flink::taskManagers);

        server.stop(0);
        assertThrows(IOException.class, flink::taskManagers);
    }
}
