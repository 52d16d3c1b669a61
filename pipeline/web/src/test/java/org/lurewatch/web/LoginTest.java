package org.lurewatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.web.access.Account;
import org.lurewatch.web.access.AccountRole;
import org.lurewatch.web.access.AccountRoutes;
import org.lurewatch.web.access.Audit;
import org.lurewatch.web.access.AuditEntry;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.Login;
import org.lurewatch.web.access.LoginRoutes;
import org.lurewatch.web.access.OidcLogin;
import org.lurewatch.web.access.OwnStore;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.http.RouteGroup;

/** Who gets in at a running server, and how. */
class LoginTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path dir;

    private final List<AuditEntry> audit = new ArrayList<>();
    private Login.OwnAccess own;
    private WebServer server;

    @BeforeEach
    void makeStore() {
        OwnStore store = OwnStore.create(OwnStore.Place.of(dir.resolve("own.db")));
        own = new Login.OwnAccess(store.accounts(CLOCK), store.tokens(CLOCK), store.sessions(CLOCK));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void start(Set<Permission> local, RouteGroup... more) {
        Login login = new Login(Optional.of(own), local, false);
        Audit noted = audit::add;
        List<RouteGroup> groups = new ArrayList<>(List.of(more));
        groups.add(new LoginRoutes(login, noted, CLOCK));
        groups.add(new AccountRoutes(own, noted, CLOCK));
        groups.add(routes -> {
            routes.get("/who", request -> request.result(Gate.callerOf(request).name()), Permission.READ);
            routes.get("/csrf", request -> request.result(Login.csrfOf(request)), Permission.READ);
            routes.post("/act", request -> request.result("done"), Permission.ASSESS);
            routes.get("/forgotten", request -> request.result("secret"));
        });
        server = WebServer.start(WebSettings.local(0), new Gate(login), groups);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder form(URI address, String fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
    }

    private HttpClient loggedIn(String name, AccountRole role) throws Exception {
        own.accounts().setPassword(own.accounts().add(name, role), PASSWORD);
        HttpClient browser = browser();
        HttpResponse<String> answer =
                send(browser, form(at("/login"), "user=" + name + "&password=" + PASSWORD.replace(' ', '+')));
        assertEquals(303, answer.statusCode());
        assertEquals("/", answer.headers().firstValue("Location").orElse(""));
        String cookie = answer.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        return browser;
    }

    @Test
    void aPasswordOpensASessionAndLogoutEndsIt() throws Exception {
        start(Set.of());
        HttpClient ann = loggedIn("ann", AccountRole.VIEWER);
        assertEquals(401, send(browser(), HttpRequest.newBuilder(at("/who"))).statusCode());
        assertEquals("ann", send(ann, HttpRequest.newBuilder(at("/who"))).body());

        String csrf = send(ann, HttpRequest.newBuilder(at("/csrf"))).body();
        assertEquals(303, send(ann, form(at("/logout"), "csrf=" + csrf)).statusCode());

        assertEquals(401, send(ann, HttpRequest.newBuilder(at("/who"))).statusCode());
        assertEquals(
                List.of("login", "logout"),
                audit.stream().map(AuditEntry::action).toList());
    }

    @Test
    void aWrongPasswordOpensNothingAndIsNoted() throws Exception {
        start(Set.of());
        own.accounts().setPassword(own.accounts().add("ann", AccountRole.ADMIN), PASSWORD);
        HttpClient browser = browser();

        HttpResponse<String> answer = send(browser, form(at("/login"), "user=ann&password=guess"));

        assertEquals(
                "/login?problem=login-failed",
                answer.headers().firstValue("Location").orElse(""));
        assertEquals(401, send(browser, HttpRequest.newBuilder(at("/who"))).statusCode());
        assertEquals("login-failed", audit.get(0).action());
    }

    @Test
    void whatChangesSomethingNeedsTheSecretOfItsForm() throws Exception {
        start(Set.of());
        HttpClient ann = loggedIn("ann", AccountRole.VIEWER);
        String csrf = send(ann, HttpRequest.newBuilder(at("/csrf"))).body();

        assertEquals(403, send(ann, form(at("/act"), "")).statusCode());
        assertEquals(403, send(ann, form(at("/act"), "csrf=" + csrf + "x")).statusCode());
        assertEquals(
                403,
                send(ann, form(at("/act"), "csrf=" + csrf).header("Origin", "https://elsewhere.example"))
                        .statusCode());
        assertEquals(
                403,
                send(ann, form(at("/act"), "csrf=" + csrf).header("Sec-Fetch-Site", "cross-site"))
                        .statusCode());
        assertEquals("done", send(ann, form(at("/act"), "csrf=" + csrf)).body());
    }

    @Test
    void anAddressWithoutAPermissionAnswersNobody() throws Exception {
        start(Set.of(Permission.values()));
        HttpClient admin = loggedIn("root", AccountRole.ADMIN);

        HttpResponse<String> answer = send(admin, HttpRequest.newBuilder(at("/forgotten")));

        assertEquals(403, answer.statusCode());
        assertFalse(answer.body().contains("secret"));
    }

    @Test
    void atThisMachineNothingIsAskedButOtherSitesAreKeptOut() throws Exception {
        start(Set.of(Permission.OPEN, Permission.ASSESS));
        HttpClient client = browser();

        assertEquals("done", send(client, form(at("/act"), "")).body());
        assertEquals(401, send(client, HttpRequest.newBuilder(at("/who"))).statusCode());
        assertEquals(
                403,
                send(client, form(at("/act"), "").header("Origin", "https://elsewhere.example"))
                        .statusCode());
    }

    @Test
    void aTokenMayDoWhatItWasIssuedFor() throws Exception {
        start(Set.of());
        HttpClient ann = loggedIn("ann", AccountRole.REVIEWER);
        String csrf = send(ann, HttpRequest.newBuilder(at("/csrf"))).body();
        HttpResponse<String> issued = send(
                ann,
                HttpRequest.newBuilder(at("/v1/tokens"))
                        .header("X-CSRF-Token", csrf)
                        .POST(BodyPublishers.ofString(
                                "{\"purpose\":\"nightly\",\"permissions\":[\"ASSESS\"],\"days\":30}")));
        assertEquals(201, issued.statusCode(), issued::body);
        String token = issued.body().replaceAll(".*\"(lw_[^\"]+)\".*", "$1");

        HttpClient program = HttpClient.newHttpClient();
        assertEquals(
                "done",
                send(program, form(at("/act"), "").header("Authorization", "Bearer " + token))
                        .body());
        assertEquals(
                403,
                send(program, HttpRequest.newBuilder(at("/who")).header("Authorization", "Bearer " + token))
                        .statusCode());
        assertEquals(
                401,
                send(program, form(at("/act"), "").header("Authorization", "Bearer lw_guess"))
                        .statusCode());
    }

    @Test
    void administratorsAddAccountsAndCannotShutThemselvesOut() throws Exception {
        start(Set.of());
        HttpClient admin = loggedIn("root", AccountRole.ADMIN);
        String csrf = send(admin, HttpRequest.newBuilder(at("/csrf"))).body();

        HttpResponse<String> added = send(
                admin,
                HttpRequest.newBuilder(at("/v1/accounts"))
                        .header("X-CSRF-Token", csrf)
                        .POST(BodyPublishers.ofString("{\"name\":\"bob\",\"role\":\"VIEWER\"}")));
        String link = added.body().replaceAll(".*link=([^\"]+)\".*", "$1");
        HttpClient bob = browser();
        assertEquals(
                303,
                send(bob, form(at("/password"), "link=" + link + "&password=" + PASSWORD.replace(' ', '+')))
                        .statusCode());
        assertEquals("bob", send(bob, HttpRequest.newBuilder(at("/who"))).body());
        assertEquals(403, send(bob, HttpRequest.newBuilder(at("/v1/accounts"))).statusCode());

        assertEquals(204, change(admin, csrf, "bob", "{\"disabled\":true}"));
        assertEquals(401, send(bob, HttpRequest.newBuilder(at("/who"))).statusCode());
        assertEquals(422, change(admin, csrf, "root", "{\"disabled\":true}"));
        assertTrue(audit.stream()
                .anyMatch(entry -> entry.action().equals("account-disabled")
                        && entry.who().equals("root")
                        && entry.subject().equals("bob")));
    }

    private int change(HttpClient client, String csrf, String name, String body) throws Exception {
        return send(
                        client,
                        HttpRequest.newBuilder(at("/v1/accounts/" + name))
                                .header("X-CSRF-Token", csrf)
                                .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    @Test
    void aProviderVouchesForWhoLogsIn() throws Exception {
        MockOAuth2Server provider = new MockOAuth2Server();
        provider.start();
        try {
            provider.enqueueCallback(new DefaultOAuth2TokenCallback(
                    "staff",
                    "4711",
                    "JWT",
                    List.of("lurewatch"),
                    Map.of("preferred_username", "ann", "lurewatch_role", "reviewer"),
                    3600));
            Login login = new Login(Optional.of(own), Set.of(), false);
            OidcLogin oidc = new OidcLogin(
                    new OidcLogin.Settings(
                            provider.issuerUrl("staff").uri(),
                            "lurewatch",
                            "a secret of tests",
                            URI.create("http://127.0.0.1"),
                            "lurewatch_role"),
                    login,
                    audit::add,
                    CLOCK);
            start(Set.of(), oidc);
            HttpClient browser = browser();
            HttpResponse<String> away = send(browser, HttpRequest.newBuilder(at("/login/oidc")));
            URI asked = URI.create(away.headers().firstValue("Location").orElseThrow());
            HttpResponse<String> back = send(browser, HttpRequest.newBuilder(asked));
            URI callback = URI.create(back.headers().firstValue("Location").orElseThrow());
            String path = callback.getPath() + "?" + callback.getRawQuery();

            assertEquals(401, send(browser(), HttpRequest.newBuilder(at(path))).statusCode(), "another browser");
            HttpResponse<String> retry = send(browser, HttpRequest.newBuilder(at("/login/oidc")));
            back = send(
                    browser,
                    HttpRequest.newBuilder(
                            URI.create(retry.headers().firstValue("Location").orElseThrow())));
            callback = URI.create(back.headers().firstValue("Location").orElseThrow());
            path = callback.getPath() + "?" + callback.getRawQuery();
            HttpResponse<String> in = send(browser, HttpRequest.newBuilder(at(path)));

            assertEquals(303, in.statusCode(), in::body);
            assertEquals(
                    "ann", send(browser, HttpRequest.newBuilder(at("/who"))).body());
            assertEquals(
                    new Account("ann", AccountRole.REVIEWER, false),
                    own.accounts().find("ann").orElseThrow());
            assertEquals(401, send(browser, HttpRequest.newBuilder(at(path))).statusCode(), "a code is used once");
        } finally {
            provider.shutdown();
        }
        assertEquals(
                303,
                send(browser(), HttpRequest.newBuilder(at("/login/oidc"))).statusCode(),
                "what it says of itself is not asked for each time");
    }
}
