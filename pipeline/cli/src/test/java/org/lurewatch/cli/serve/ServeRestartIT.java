package org.lurewatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.broker.TestingTopics;
import org.lurewatch.lab.cluster.CommandProcess;
import org.lurewatch.lab.load.OnceClient;
import org.lurewatch.lab.load.OnceClient.Once;
import org.lurewatch.schemas.JobPosting;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.web.access.Account;
import org.lurewatch.web.access.AccountRole;
import org.lurewatch.web.access.OwnStore;
import org.lurewatch.web.access.Permission;

/** The command {@code serve} as a process of its own, killed while reviews and postings are sent to it. */
class ServeRestartIT {
    static {
        TrustedClasses.register();
    }

    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Pattern ADDRESS = Pattern.compile("Serving at (http://127\\.0\\.0\\.1:\\d+)");
    private static final String PASSWORD = "a bridge over cold water";
    private static final int REVIEWS = 30;
    private static final int POSTINGS = 30;
    private static final int BATCHES = 4;
    private static final int OF_A_BATCH = 25;
    private static final int KILLS = 4;
    private static final int CLIENTS = 4;
    private static final long SEED = 18;

    @TempDir
    private Path folder;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicReference<URI> server = new AtomicReference<>();
    private final Map<String, HttpResponse<String>> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<Integer> moments = new LinkedBlockingQueue<>();
    private EmbeddedKafka kafka;
    private CommandProcess process;
    private int starts;

    @AfterEach
    void leaveNothingRunning() throws Exception {
        clients.shutdownNow();
        if (process != null) {
            process.close();
        }
        if (kafka != null) {
            kafka.close();
        }
    }

    @Test
    void whatIsSentUntilItIsAnsweredArrivesOnceHoweverOftenItIsKilled() throws Exception {
        kafka = EmbeddedKafka.start();
        TestingTopics.create(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                2,
                "postings",
                "warnings",
                "rejects",
                "campaigns",
                "reviews",
                "trends",
                "control",
                "status");
        String token = account();
        start();
        Random random = new Random(SEED);
        List<Once> requests = requests();
        Collections.shuffle(requests, random);
        Set<Integer> kills = new TreeSet<>();
        while (kills.size() < KILLS) {
            kills.add(1 + random.nextInt(requests.size() - CLIENTS));
        }

        List<Future<?>> sending = send(new OnceClient(server::get, token), requests, kills);
        for (int i = 0; i < KILLS; i++) {
            moments.take();
            process.kill();
            start();
        }
        for (Future<?> each : sending) {
            each.get();
        }

        assertThat(answers.values().stream().map(HttpResponse::statusCode).distinct())
                .containsOnly(200, 201);
        assertThat(answers).hasSize(requests.size());
        assertEachArrivedOnce();
        OnceClient again = new OnceClient(server::get, token);
        for (Once request : requests.subList(0, 10)) {
            HttpResponse<String> answer = again.send(request).orElseThrow();
            assertThat(answer.statusCode()).isEqualTo(answers.get(request.key()).statusCode());
        }
        assertEachArrivedOnce();
        assertThat(get("/v1/warnings", token)).as("the token is still good").isEqualTo(200);
        assertThat(store().accounts(CLOCK).authenticate("rita", PASSWORD).name())
                .isEqualTo("rita");
    }

    /** Each client takes the next request; one that must be sent again comes behind the others. */
    private List<Future<?>> send(OnceClient client, List<Once> requests, Set<Integer> kills) {
        Queue<Once> waiting = new ConcurrentLinkedQueue<>(requests);
        AtomicInteger answered = new AtomicInteger();
        List<Future<?>> sending = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            sending.add(clients.submit(() -> {
                for (Once next = waiting.poll(); next != null; next = waiting.poll()) {
                    Optional<HttpResponse<String>> answer = client.send(next);
                    if (answer.isEmpty()) {
                        waiting.add(next);
                    } else {
                        answers.put(next.key(), answer.get());
                        int count = answered.incrementAndGet();
                        if (kills.contains(count)) {
                            moments.add(count);
                        }
                    }
                }
                return null;
            }));
        }
        return sending;
    }

    private void assertEachArrivedOnce() {
        assertThat(TestingTopics.read(kafka.bootstrapServers(), "reviews", Review.class).stream()
                        .map(Review::getPostingId))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, REVIEWS)
                        .mapToObj(i -> "reviewed-" + i)
                        .toList());
        assertThat(TestingTopics.read(kafka.bootstrapServers(), "postings", JobPosting.class).stream()
                        .map(JobPosting::getIdentifier))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, POSTINGS + BATCHES * OF_A_BATCH)
                        .mapToObj(i -> "posting-" + i)
                        .toList());
    }

    private static List<Once> requests() {
        List<Once> requests = new ArrayList<>();
        for (int i = 0; i < REVIEWS; i++) {
            requests.add(new Once("/v1/reviews", "review-" + i, """
                    {"source": "board", "postingId": "reviewed-%d", "judgement": "scam", "note": "seen"}""".formatted(i)));
        }
        for (int i = 0; i < POSTINGS; i++) {
            requests.add(new Once("/v1/assess?remember=true", "posting-" + i, posting(i)));
        }
        for (int i = 0; i < BATCHES; i++) {
            int first = POSTINGS + i * OF_A_BATCH;
            String batch = IntStream.range(first, first + OF_A_BATCH)
                    .mapToObj(ServeRestartIT::posting)
                    .collect(Collectors.joining(",", "[", "]"));
            requests.add(new Once("/v1/assess?remember=true", "batch-" + i, batch));
        }
        return requests;
    }

    private static String posting(int number) {
        return """
                {"identifier": "posting-%d", "source": "board", "title": "Warehouse clerk",
                 "description": "We look for a clerk for the early shift in Porto. Apply through our own site."}""".formatted(number);
    }

    /** An account with a password, and a token of it. */
    private String account() {
        OwnStore store = OwnStore.create(OwnStore.Place.of(folder.resolve("own.db")));
        String link = store.accounts(CLOCK).add("rita", AccountRole.REVIEWER);
        Account rita = store.accounts(CLOCK).setPassword(link, PASSWORD);
        return store.tokens(CLOCK)
                .issue(
                        rita,
                        "testing",
                        Set.of(Permission.READ, Permission.ASSESS, Permission.REVIEW),
                        Duration.ofDays(1));
    }

    private OwnStore store() {
        return OwnStore.open(OwnStore.Place.of(folder.resolve("own.db")));
    }

    private void start() throws Exception {
        Path config = folder.resolve("job.yaml");
        Files.writeString(config, """
                kafka:
                  bootstrapServers: %s
                  topics: {postings: postings, warnings: warnings, rejects: rejects, campaigns: campaigns,
                           reviews: reviews, trends: trends, control: control, controlStatus: status}
                detection: {bundle: '%s'}
                """.formatted(
                        kafka.bootstrapServers(), HOME.baselineBundle().toAbsolutePath()));
        process = CommandProcess.start(
                Lurewatch.class.getName(),
                HOME,
                folder.resolve("log-" + ++starts),
                List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(
                        "serve",
                        "--port=0",
                        "--config=" + config,
                        "--store=" + folder.resolve("own.db"),
                        "--data=" + folder.resolve("console")));
        process.await(() -> ADDRESS.matcher(process.printed()).find());
        Matcher address = ADDRESS.matcher(process.printed());
        assertThat(address.find()).isTrue();
        server.set(URI.create(address.group(1)));
    }

    private int get(String path, String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.get().resolve(path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
