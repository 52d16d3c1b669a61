package org.lurewatch.web.pages;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.web.view.TestingRecords.campaign;
import static org.lurewatch.web.view.TestingRecords.read;
import static org.lurewatch.web.view.TestingRecords.trend;
import static org.lurewatch.web.view.TestingRecords.warning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.web.WebServer;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.api.PostingMemory;
import org.lurewatch.web.view.ViewStore;

class PageRoutesTest {
    private static final Path BASELINE = Path.of("../../models/baseline");
    private static final String CAMPAIGN = "0123456789abcdef0123456789abcdef";
    private static final Caller REVIEWER =
            new Caller("anna", EnumSet.of(Permission.OPEN, Permission.ASSESS, Permission.READ, Permission.REVEAL));
    private static final String LURE =
            "Chat agents wanted abroad, no experience needed. Only your passport is needed, we"
                    + " leave this week. Nobody is beaten. Telegram @example_desk88";

    private static final List<String> REVEALED = new CopyOnWriteArrayList<>();

    @TempDir
    static Path folder;

    private static ViewStore view;
    private static WebServer server;
    private static String warningId;

    @BeforeAll
    static void start() {
        view = ViewStore.open(folder.resolve("view.db"));
        ScamWarning hostile = warning("<script>alert(1)</script>", 1, 90);
        hostile.setCampaignId(CAMPAIGN);
        warningId = hostile.getWarningId();
        ScamWarning changed = warning("changed", 2, 3);
        changed.setCampaignId(CAMPAIGN);
        changed.setRevisionReason("another posting is by the same people");
        view.apply(List.of(
                read(0, 0, warning("first", 1, 1)),
                read(0, 1, hostile),
                read(0, 2, warning("changed", 1, 2)),
                read(0, 3, changed),
                read(0, 0, campaign(CAMPAIGN, 1, 200)),
                read(0, 0, trend("task_scam", 1, 1))));
        PageSources sources = new PageSources(
                BundleLoader.open(BASELINE),
                PostingMemory.NOTHING,
                () -> PostingLists.NONE,
                InstantSource.system(),
                Optional.of(BASELINE),
                Optional.of(view),
                Optional::empty,
                (caller, subject) -> REVEALED.add(caller.name() + " saw " + subject),
                caller -> List.of(),
                request -> "form-token",
                false);
        server = WebServer.start(
                WebSettings.local(0),
                new Gate(request -> {
                    String who = request.header("X-Testing-Caller");
                    return who == null ? Caller.LOCAL : who.equals("anna") ? REVIEWER : Caller.NOBODY;
                }),
                List.of(new PageRoutes(sources)));
    }

    @AfterAll
    static void stop() {
        server.close();
        view.close();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Accept", "text/html");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder form(String path, Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/warnings", "/trends", "/trends?by=day", "/model", "/login", "/password?link=x"})
    void everyPageIsShownAndProtected(String path) {
        HttpResponse<String> answer = send(to(path));

        assertEquals(200, answer.statusCode());
        assertEquals(
                Optional.of("text/html;charset=utf-8"),
                answer.headers().firstValue("Content-Type").map(type -> type.replace(" ", "")));
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'") && !policy.contains("unsafe"), policy);
        assertEquals(Optional.of("no-store"), answer.headers().firstValue("Cache-Control"));
        assertFalse(
                Pattern.compile("<script(?![^>]*\\bsrc=)|<style|\\son[a-z]+=|\\sstyle=|javascript:")
                        .matcher(answer.body())
                        .find(),
                "nothing is inline");
    }

    @Test
    void anAdvertIsMarkedWhereItsReasonsStand() {
        String body = send(form("/try", Map.of("text", LURE))).body();

        assertAll(
                () -> assertTrue(body.contains("Likely a scam"), body),
                () -> assertTrue(body.contains("<mark class=\"lure\">nobody is beaten</mark>")
                        || body.contains("<mark class=\"lure\">Nobody is beaten</mark>")),
                () -> assertTrue(body.contains("A promise that nobody is beaten, held or sold")),
                () -> assertTrue(body.contains("<textarea") && body.contains("leave this week")));
    }

    @Test
    void aPartOfThePageIsEnoughForHtmx() {
        String body = send(form("/try", Map.of("text", LURE)).header("HX-Request", "true"))
                .body();

        assertTrue(body.contains("Likely a scam"));
        assertFalse(body.contains("<html"));
    }

    @Test
    void nothingThatIsPastedIsObeyed() {
        String pasted = "<script>alert(1)</script> \u202Eevil\u202C <img src=x onerror=alert(1)> {{7*7}} ${7*7}";

        String body = send(form(
                        "/try",
                        Map.of(
                                "text",
                                "{\"title\": \"x\", \"description\": \"" + pasted.replace("\"", "\\\"") + "\"}")))
                .body();

        assertFalse(body.contains("<script>alert"));
        assertFalse(body.contains("<img src=x"));
        assertTrue(body.contains("⟦U+202E⟧"), "it is shown in the marked text");
    }

    /** What begins like a page, and is none. */
    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script> pay the fee", "<b>", "{not json", "a,b\n1,2"})
    void textThatOnlyLooksLikeSomethingElseIsReadAsItStands(String pasted) {
        String body = send(form("/try", Map.of("text", pasted))).body();

        assertTrue(body.contains("class=\"posting\""), body);
    }

    @Test
    void aFileOfSeveralIsListedUpToFifty() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append("{\"title\": \"Baker ").append(i).append("\", \"description\": \"We bake bread.\"}\n");
        }
        lines.insert(0, "{\"identifier\": \"no text\"}\n");
        String boundary = "testing-boundary";
        String multipart =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../ads.jsonl\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n" + lines + "\r\n--" + boundary + "--\r\n";

        String body = send(to("/try")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(multipart)))
                .body();

        assertTrue(body.contains("Only the first 50 are shown"), body);
        assertTrue(body.contains("It has no text."), "one that cannot be used stands before the others");
        assertTrue(body.contains("Baker 48") && !body.contains("Baker 49"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--lw",
                "--lw\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ncut off",
                "--lw\r\nno header\r\n\r\n\r\n--lw--",
                "nothing of the kind"
            })
    void aDamagedUploadIsTheSendersFault(String upload) {
        HttpResponse<String> answer = send(to("/try")
                .header("Content-Type", "multipart/form-data; boundary=lw")
                .POST(BodyPublishers.ofString(upload)));

        assertEquals(400, answer.statusCode());
    }

    @Test
    void aPackedFileThatIsCutOffIsToldAsSuch() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(LURE.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream upload = new ByteArrayOutputStream();
        upload.write("--lw\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.gz\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        upload.write(packed.toByteArray(), 0, packed.size() / 2);
        upload.write("\r\n--lw--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(to("/try")
                .header("Content-Type", "multipart/form-data; boundary=lw")
                .POST(BodyPublishers.ofByteArray(upload.toByteArray())));

        assertEquals(200, answer.statusCode(), answer::body);
    }

    @Test
    void whoeverSendsNothingIsToldSo() {
        assertTrue(send(form("/try", Map.of("text", "  "))).body().contains("Paste an advert or choose a file first."));
    }

    @Test
    void contactDetailsAreHiddenUntilSomebodyWhoMayAsksAndThatIsWrittenDown() {
        REVEALED.clear();
        String hidden = send(to("/warnings/" + warningId)).body();
        HttpResponse<String> refused = send(form("/warnings/" + warningId + "/contacts", Map.of()));

        assertFalse(hidden.contains("example_desk") || hidden.contains("desk@example.com"));
        assertEquals(401, refused.statusCode());
        assertEquals(List.of(), REVEALED);

        String shown = send(form("/warnings/" + warningId + "/contacts", Map.of("csrf", "form-token"))
                        .header("X-Testing-Caller", "anna"))
                .body();

        assertTrue(shown.contains("@example_desk") && shown.contains("desk@example.com"), shown);
        assertEquals(List.of("anna saw warning " + warningId), REVEALED);
    }

    @Test
    void aWarningShowsItsCourse() {
        String id = warning("changed", 1, 1).getWarningId();
        String english = send(to("/warnings/" + id)).body();

        assertTrue(english.contains("<h3>Timeline</h3>"), english);
        assertTrue(english.indexOf("Revision 2") < english.indexOf("Revision 1"), "the newest comes first");
        assertTrue(english.contains("Another posting turned out to be by the same people."));
        assertTrue(english.contains("A campaign was found") && english.contains("/campaigns/" + CAMPAIGN));
        assertTrue(english.contains("The first warning."));
        assertTrue(send(to("/warnings/" + id + "?lang=zh-Hant")).body().contains("發現另一筆職缺出自同一批人。"));
    }

    @Test
    void aCampaignShowsItsTemplateWithoutContacts() {
        REVEALED.clear();
        String hidden = send(to("/campaigns/" + CAMPAIGN)).body();

        assertTrue(hidden.contains("<span class=\"slot\">contact</span>"), hidden);
        assertFalse(hidden.contains("example_desk") || hidden.contains("234 5678"));

        String shown = send(form("/campaigns/" + CAMPAIGN + "/contacts", Map.of())
                        .header("X-Testing-Caller", "anna"))
                .body();

        assertTrue(shown.contains("example_desk") && shown.contains("+66 81 234 5678"));
        assertEquals(List.of("anna saw campaign " + CAMPAIGN), REVEALED);
    }

    @Test
    void warningsAreFilteredAndNothingScrapedIsObeyed() {
        String all = send(to("/warnings")).body();

        assertTrue(all.contains("&lt;script&gt;alert(1)"), all);
        assertFalse(all.contains("<script>alert"));
        assertTrue(send(to("/warnings?language=th")).body().contains("first"));
        assertTrue(send(to("/warnings?language=es")).body().contains("There are no warnings that fit."));
        assertEquals(404, send(to("/warnings/nothing")).statusCode());
    }

    @Test
    void trendsCanBeTakenAway() {
        HttpResponse<String> answer = send(to("/trends.csv?by=hour"));

        assertTrue(answer.body().startsWith("start,hours,dimension,value,postings,likely,unsure\r\n"));
        assertEquals(
                Optional.of("attachment; filename=\"trends.csv\""),
                answer.headers().firstValue("Content-Disposition"));
    }

    @Test
    void aLanguageIsChosenByAddressThenCookieThenBrowser() {
        HttpResponse<String> chosen = send(to("/?lang=ar").header("Accept-Language", "es"));
        String cookie = chosen.headers().firstValue("Set-Cookie").orElse("");

        assertTrue(chosen.body().contains("<html lang=\"ar\" dir=\"rtl\">"));
        assertTrue(
                cookie.startsWith("lang=ar") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        assertTrue(send(to("/").header("Cookie", "lang=th").header("Accept-Language", "es"))
                .body()
                .contains("<html lang=\"th\""));
        assertTrue(send(to("/").header("Accept-Language", "es-MX")).body().contains("<html lang=\"es\""));
    }

    @Test
    void staticFilesAreKeptForGood() {
        String address = PageFiles.address("lurewatch.css");
        HttpResponse<String> answer = send(to(address));
        String tag = answer.headers().firstValue("ETag").orElse("");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertEquals(304, send(to(address).header("If-None-Match", tag)).statusCode());
        assertEquals(404, send(to("/static/0000000000000000/lurewatch.css")).statusCode());
        assertEquals(404, send(to("/static/0000000000000000/THIRD-PARTY.txt")).statusCode());
    }

    @Test
    void aProblemIsAPageForPeopleAndJsonForPrograms() {
        HttpResponse<String> people = send(to("/nothing"));
        HttpResponse<String> programs =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/nothing"))
                        .header("Accept", "application/json"));

        assertEquals(404, people.statusCode());
        assertTrue(people.body().contains("There is nothing at this address."));
        assertEquals(Optional.of("application/problem+json"), programs.headers().firstValue("Content-Type"));
    }

    @Test
    void whoeverMustLogInIsSentThere() {
        HttpResponse<String> answer = send(to("/warnings").header("X-Testing-Caller", "nobody"));

        assertEquals(302, answer.statusCode());
        assertEquals(Optional.of("/login?to=%2Fwarnings"), answer.headers().firstValue("Location"));
        assertEquals(
                Optional.of("/login?to=%2Fwarnings%3Flanguage%3Dth"),
                send(to("/warnings")
                                .header("X-Testing-Caller", "nobody")
                                .header("HX-Request", "true")
                                .header("HX-Current-URL", "https://console.example/warnings?language=th"))
                        .headers()
                        .firstValue("HX-Redirect"));
    }
}
