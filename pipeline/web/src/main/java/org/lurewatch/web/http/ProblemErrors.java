package org.lurewatch.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses before any route sees it: as problems, without what Jetty would repeat. */
final class ProblemErrors extends ErrorHandler {
    private final ServerMetrics metrics;

    ProblemErrors(ServerMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Problem problem = Problem.ofStatus(response.getStatus());
        metrics.countUnrouted(problem.status());
        describe(problem, response.getHeaders());
        response.write(true, ByteBuffer.wrap(problem.json().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private static void describe(Problem problem, HttpFields.Mutable fields) {
        ServerGuard.HEADERS.forEach((name, value) -> fields.put(new HttpField(name, value)));
        fields.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        problem.retryAfter().ifPresent(seconds -> fields.put(HttpHeader.RETRY_AFTER, Long.toString(seconds)));
    }
}
