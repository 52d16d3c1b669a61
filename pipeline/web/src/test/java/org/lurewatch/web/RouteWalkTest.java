package org.lurewatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.web.access.Account;
import org.lurewatch.web.access.AccountRole;
import org.lurewatch.web.access.OidcLogin;
import org.lurewatch.web.access.OwnStore;
import org.lurewatch.web.api.AssessSettings;
import org.lurewatch.web.http.RequestLimits;

/** Every route, called by every role and by nobody. A route that is new has to be added here. */
class RouteWalkTest {
    private static final String ANYONE = "anyone";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final StreamSettings.Control COMMANDS = new StreamSettings.Control("control", "status");

    /** What is needed for a route, as a person has decided it. */
    private static final Map<String, String> LEAST = least();

    @TempDir
    private Path dir;

    private static Map<String, String> least() {
        Map<String, String> least = new TreeMap<>();
        for (String open : List.of(
                "GET /health/live",
                "GET /health/ready",
                "GET /openapi.yaml",
                "GET /login",
                "POST /login",
                "POST /logout",
                "GET /password",
                "POST /password",
                "GET /login/oidc",
                "GET /login/oidc/callback",
                "GET /static/{digest}/{name}")) {
            least.put(open, ANYONE);
        }
        for (String viewer : List.of(
                "GET /",
                "GET /try",
                "POST /try",
                "POST /v1/assess",
                "GET /metrics",
                "GET /version",
                "GET /model",
                "GET /trends",
                "GET /trends.csv",
                "GET /warnings",
                "GET /warnings/{id}",
                "GET /warnings/{id}/contacts",
                "GET /campaigns/{id}",
                "GET /campaigns/{id}/contacts",
                "GET /v1/postings",
                "GET /v1/postings/{source}/<id>",
                "GET /v1/warnings",
                "GET /v1/warnings/stream",
                "GET /v1/lists",
                "GET /v1/campaigns",
                "GET /v1/campaigns/{id}",
                "GET /v1/trends",
                "GET /v1/tokens",
                "POST /v1/tokens",
                "DELETE /v1/tokens/{id}")) {
            least.put(viewer, AccountRole.VIEWER.name());
        }
        for (String reviewer :
                List.of("POST /v1/reviews", "POST /warnings/{id}/contacts", "POST /campaigns/{id}/contacts")) {
            least.put(reviewer, AccountRole.REVIEWER.name());
        }
        for (String lead : List.of("POST /v1/lists", "DELETE /v1/lists")) {
            least.put(lead, AccountRole.LEAD.name());
        }
        for (String admin : List.of(
                "GET /audit",
                "GET /v1/accounts",
                "POST /v1/accounts",
                "POST /v1/accounts/{name}",
                "POST /v1/accounts/{name}/link")) {
            least.put(admin, AccountRole.ADMIN.name());
        }
        return least;
    }

    @Test
    void everyRouteAsksForItsRole() throws Exception {
        OwnStore own = OwnStore.create(OwnStore.Place.of(dir.resolve("own.db")));
        Map<AccountRole, String> tokens = new EnumMap<>(AccountRole.class);
        for (AccountRole role : AccountRole.values()) {
            Account account = own.accounts(CLOCK)
                    .setPassword(own.accounts(CLOCK).add(role.name(), role), "correct horse battery");
            tokens.put(
                    role,
                    own.tokens(CLOCK).issue(account, "walk", account.role().permissions(), Duration.ofDays(1)));
        }
        try (WebConsole console = WebConsole.start(parts(own, Optional.of(COMMANDS), 0))) {
            assertEquals(new TreeSet<>(LEAST.keySet()), new TreeSet<>(console.routes()), "a rule for each route");
            // Where nobody listens, some routes take their time to say so; together they take it once.
            ExecutorService together = Executors.newFixedThreadPool(64);
            List<Future<Optional<String>>> answers = new ArrayList<>();
            for (String route : console.routes()) {
                String least = LEAST.get(route);
                answers.add(
                        together.submit(() -> wrong(console, route, "nobody", Optional.empty(), least.equals(ANYONE))));
                for (AccountRole role : AccountRole.values()) {
                    boolean may = least.equals(ANYONE) || role.covers(AccountRole.valueOf(least));
                    Optional<String> token = Optional.of(tokens.get(role));
                    answers.add(together.submit(() -> wrong(console, route, role.name(), token, may)));
                }
            }
            together.shutdown();
            List<String> wrong = new ArrayList<>();
            for (Future<Optional<String>> answer : answers) {
                answer.get().ifPresent(wrong::add);
            }
            assertTrue(wrong.isEmpty(), wrong::toString);
        }
    }

    @Test
    void aJobThatObeysNoCommandsHasNoLists() throws Exception {
        OwnStore own = OwnStore.create(OwnStore.Place.of(dir.resolve("own.db")));
        try (WebConsole console = WebConsole.start(parts(own, Optional.empty(), 0))) {
            assertEquals(
                    List.of(),
                    console.routes().stream()
                            .filter(route -> route.contains("/v1/lists"))
                            .toList());
        }
    }

    @Test
    void oneThatCannotStartLeavesNothingOpen() throws Exception {
        OwnStore own = OwnStore.create(OwnStore.Place.of(dir.resolve("own.db")));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThrows(
                    RuntimeException.class,
                    () -> WebConsole.start(parts(own, Optional.of(COMMANDS), taken.getLocalPort())));
        }
        assertEquals(
                List.of(),
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("kafka-producer"))
                        .toList());
    }

    private static Optional<String> wrong(
            WebConsole console, String route, String who, Optional<String> token, boolean may) throws Exception {
        boolean letIn = isLetIn(console, route, token);
        return letIn == may ? Optional.empty() : Optional.of(route + (letIn ? " lets in " : " keeps out ") + who);
    }

    /** Whether it is not the gate that answers. */
    private static boolean isLetIn(WebConsole console, String route, Optional<String> token) throws Exception {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replaceAll("[{<][a-z]+[}>]", "none");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console.port() + path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept", "application/json")
                .method(parts[0], BodyPublishers.ofString("{}"));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        // Of a stream only the beginning comes, so no body is waited for but a refusal's.
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 401 && answer.statusCode() != 403) {
                return true;
            }
            String refusal = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return !refusal.contains("problems/login-needed") && !refusal.contains("problems/not-allowed");
        }
    }

    private WebConsole.Parts parts(OwnStore own, Optional<StreamSettings.Control> control, int port) {
        Map<String, String> nobodyListens = Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", "100");
        return new WebConsole.Parts(
                WebSettings.local(port),
                RequestLimits.DEFAULT,
                AssessSettings.DEFAULT,
                "test",
                TestDoor.BUNDLE,
                Path.of("../../models/baseline"),
                Set.of(),
                Optional.of(own),
                entry -> {},
                Optional.of(new OidcLogin.Settings(
                        URI.create("http://127.0.0.1:1"), "id", "secret", URI.create("http://127.0.0.1"), "role")),
                Optional.of(new StreamSettings(
                        nobodyListens,
                        new StreamSettings.Topics(
                                "postings", "warnings", "campaigns", "trends", "reviews", control, "audit"),
                        dir.resolve("view.db"))),
                CLOCK);
    }
}
