package org.lurewatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.api.AssessRoutes;
import org.lurewatch.web.api.RequestAssessor;

class WebServerTest {
    @Test
    void assessesAPosting() throws Exception {
        RequestAssessor assessor = new RequestAssessor(BundleLoader.open(Path.of("../../models/baseline")));
        try (WebServer server = WebServer.start(
                WebSettings.local(0), new Gate(request -> Caller.LOCAL), List.of(new AssessRoutes(assessor)))) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/assess"))
                                    .POST(BodyPublishers.ofString(
                                            "{\"title\":\"Baker\",\"description\":\"We bake bread.\"}"))
                                    .build(),
                            BodyHandlers.ofString());

            assertEquals(200, answer.statusCode(), answer::body);
            assertTrue(answer.body().contains("\"verdict\":\"NO_SIGN_FOUND\""), answer::body);
        }
    }
}
