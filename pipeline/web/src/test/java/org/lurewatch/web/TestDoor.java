package org.lurewatch.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.bundle.LoadedBundle;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.detection.lists.ListName;
import org.lurewatch.detection.lists.ListedKind;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.web.access.AccountRoutes;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.IdempotencyKeys;
import org.lurewatch.web.access.Login;
import org.lurewatch.web.access.OnceKey;
import org.lurewatch.web.access.OwnStore;
import org.lurewatch.web.api.AssessRoutes;
import org.lurewatch.web.api.AssessSettings;
import org.lurewatch.web.api.ListRoutes;
import org.lurewatch.web.api.OnceSender;
import org.lurewatch.web.api.OperationRoutes;
import org.lurewatch.web.api.PostingMemory;
import org.lurewatch.web.api.PostingSink;
import org.lurewatch.web.api.ReadRoutes;
import org.lurewatch.web.api.RequestAssessor;
import org.lurewatch.web.api.ReviewRoutes;
import org.lurewatch.web.api.WarningStream;
import org.lurewatch.web.http.RequestLimits;
import org.lurewatch.web.http.RouteGroup;
import org.lurewatch.web.http.ServerMetrics;
import org.lurewatch.web.view.TestingRecords;
import org.lurewatch.web.view.ViewStore;

/** A server for a test, on the committed bundle, and a client of it. */
public final class TestDoor implements AutoCloseable {
    /** Loaded once, for it never changes. */
    public static final LoadedBundle BUNDLE = BundleLoader.open(Path.of("../../models/baseline"));

    private static final Clock CLOCK = Clock.fixed(TestingRecords.START, ZoneOffset.UTC);

    private static final PostingLists LISTS = PostingLists.of(List.of(ListEntry.of(
            ListedKind.DOMAIN,
            "bad-hr.example",
            ListName.BLOCK,
            "two complaints",
            "ann",
            TestingRecords.START,
            Optional.empty())));

    /** A server for a test has no Kafka, and so nothing that could come twice. */
    private static final IdempotencyKeys NO_KEYS = new IdempotencyKeys() {
        @Override
        public Claim claim(OnceKey key, Instant now, Supplier<String> plan) {
            return new Claim.Busy();
        }

        @Override
        public void finish(OnceKey key, String answer) {}

        @Override
        public void release(OnceKey key) {}
    };

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final WebServer server;

    private TestDoor(WebServer server) {
        this.server = server;
    }

    /** One for a caller at this machine, with usual limits. */
    public static TestDoor open() {
        return open(
                RequestLimits.DEFAULT, Caller.LOCAL, AssessSettings.DEFAULT, PostingMemory.NOTHING, Optional.empty());
    }

    public static TestDoor open(RequestLimits limits) {
        return open(limits, Caller.LOCAL, AssessSettings.DEFAULT, PostingMemory.NOTHING, Optional.empty());
    }

    public static TestDoor open(
            RequestLimits limits,
            Caller caller,
            AssessSettings settings,
            PostingMemory memory,
            Optional<PostingSink> sink) {
        ServerMetrics metrics = new ServerMetrics();
        return open(limits, caller, metrics, groups(metrics, settings, memory, sink));
    }

    /** All groups of routes that answer programs. */
    public static List<RouteGroup> groups() {
        return groups(new ServerMetrics(), AssessSettings.DEFAULT, PostingMemory.NOTHING, Optional.empty());
    }

    private static List<RouteGroup> groups(
            ServerMetrics metrics, AssessSettings settings, PostingMemory memory, Optional<PostingSink> sink) {
        OnceSender nowhere = new OnceSender(Map.of(), "reviews", NO_KEYS, CLOCK);
        return List.of(
                new AssessRoutes(new RequestAssessor(BUNDLE, memory), settings, metrics, sink),
                new ReadRoutes(View.STORE, entry -> {}, CLOCK),
                new WarningStream(View.STORE, WarningStream.Bounds.DEFAULT),
                new ReviewRoutes(nowhere, entry -> {}, CLOCK),
                new ListRoutes(() -> LISTS, command -> {}, entry -> {}, CLOCK),
                new AccountRoutes(Own.ACCESS, entry -> {}, CLOCK),
                new OperationRoutes("test", BUNDLE.id(), metrics, Map.of()));
    }

    /** A view with what the contract's examples ask for; made where a test needs it. */
    private static final class View {
        static final ViewStore STORE = ofExamples();

        private static ViewStore ofExamples() {
            try {
                Path folder = Files.createTempDirectory("lurewatch-view");
                ViewStore store = ViewStore.open(folder.resolve("view.db"));
                store.apply(List.of(
                        TestingRecords.read(
                                0,
                                0,
                                ScamWarning.newBuilder(TestingRecords.warning("ad-1", 1, 1))
                                        .setCampaignId("c1")
                                        .build()),
                        TestingRecords.read(0, 0, TestingRecords.campaign("c1", 1, 1)),
                        TestingRecords.read(0, 0, TestingRecords.trend("task_scam", 0, 1)),
                        TestingRecords.read(0, 0, TestingRecords.review("r1", "ad-1", "ann", 1))));
                try (Stream<Path> files = Files.list(folder)) {
                    files.forEach(file -> file.toFile().deleteOnExit());
                }
                folder.toFile().deleteOnExit();
                return store;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Accounts, of which there are none; made where a test needs them. */
    private static final class Own {
        static final Login.OwnAccess ACCESS = none();

        private static Login.OwnAccess none() {
            try {
                Path folder = Files.createTempDirectory("lurewatch-own");
                OwnStore store = OwnStore.create(OwnStore.Place.of(folder.resolve("own.db")));
                try (Stream<Path> files = Files.list(folder)) {
                    files.forEach(file -> file.toFile().deleteOnExit());
                }
                folder.toFile().deleteOnExit();
                return new Login.OwnAccess(store.accounts(CLOCK), store.tokens(CLOCK), store.sessions(CLOCK));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static TestDoor open(RequestLimits limits, Caller caller, ServerMetrics metrics, List<RouteGroup> groups) {
        return new TestDoor(
                WebServer.start(WebSettings.local(0), limits, metrics, new Gate(request -> caller), groups));
    }

    public int port() {
        return server.port();
    }

    /** A request for a path of it. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    /** As {@link #get}, without waiting. */
    public CompletableFuture<HttpResponse<String>> getLater(String path) {
        return CLIENT.sendAsync(request(path).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return post(path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> post(String path, String contentType, byte[] body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
