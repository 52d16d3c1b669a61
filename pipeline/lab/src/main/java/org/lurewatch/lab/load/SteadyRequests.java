package org.lurewatch.lab.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lurewatch.intake.json.PostingJson;
import org.lurewatch.lab.examples.BenchPostings;

/**
 * Sends postings to be assessed, one a request, at times that are fixed beforehand: a server that falls behind is sent the
 * next one all the same, and its time counts from when it was to be sent.
 */
public final class SteadyRequests {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern TIMING = Pattern.compile("assess;dur=([0-9.]+),\\s*own;dur=([0-9.]+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI assess;
    private final BenchPostings postings;

    /** @param server its root, for example {@code http://127.0.0.1:8080} */
    public SteadyRequests(URI server, BenchPostings postings) {
        this.assess = server.resolve("/v1/assess");
        this.postings = postings;
    }

    /**
     * Sends requests, and waits for their answers.
     *
     * @param from number of the first posting
     */
    public List<TimedAnswer> send(int from, int count, double perSecond) {
        List<HttpRequest> requests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            requests.add(request(from + i));
        }
        List<CompletableFuture<TimedAnswer>> answers = new ArrayList<>(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            answers.add(client.sendAsync(requests.get(i), BodyHandlers.discarding())
                    .handle((answer, failure) -> answered(answer, System.nanoTime() - due)));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private HttpRequest request(long number) {
        return HttpRequest.newBuilder(assess)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(
                        PostingJson.line(postings.posting(number)).getBytes(UTF_8)))
                .build();
    }

    private static TimedAnswer answered(HttpResponse<?> answer, long nanos) {
        if (answer == null) {
            return new TimedAnswer(0, nanos, 0, 0);
        }
        Matcher told = TIMING.matcher(
                answer.headers().firstValue("Server-Timing").orElse("").toLowerCase(Locale.ROOT));
        return told.matches()
                ? new TimedAnswer(answer.statusCode(), nanos, nanosOf(told.group(1)), nanosOf(told.group(2)))
                : new TimedAnswer(answer.statusCode(), nanos, 0, 0);
    }

    private static long nanosOf(String milliseconds) {
        return (long) (Double.parseDouble(milliseconds) * 1e6);
    }
}
