package org.lurewatch.web.pages;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.web.view.TestingRecords.START;
import static org.lurewatch.web.view.TestingRecords.campaign;
import static org.lurewatch.web.view.TestingRecords.read;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.bundle.LoadedBundle;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.detection.lists.ListName;
import org.lurewatch.detection.lists.ListedKind;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.Review;
import org.lurewatch.schemas.ReviewJudgement;
import org.lurewatch.web.WebServer;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.api.PostingMemory;
import org.lurewatch.web.api.ViewMemory;
import org.lurewatch.web.http.RequestLimits;
import org.lurewatch.web.http.ServerMetrics;
import org.lurewatch.web.view.ViewStore;

/** What the page says of a pasted advert that is known from elsewhere. */
class TryRoutesTest {
    private static final LoadedBundle BUNDLE = BundleLoader.open(Path.of("../../models/baseline"));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String CLERK =
            "Clerk wanted for our office. Telegram: @example_desk, good pay, start at once. bad-hr.example";

    /** One works, and the next waits for a moment only. */
    private static final RequestLimits IMPATIENT = new RequestLimits(
            1 << 20,
            8 << 10,
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            64,
            16,
            10_000,
            10_000,
            1,
            1,
            Duration.ofMillis(1));

    @TempDir
    private Path folder;

    @Test
    void whatIsKnownOfAContactIsToldAndAddsNothing() {
        try (ViewStore view = filled();
                WebServer server = server(new ViewMemory(view), PostingLists.NONE, RequestLimits.DEFAULT)) {
            String english = paste(server, "", true).body();
            String spanish = paste(server, "?lang=es", true).body();
            String withoutReading = paste(server, "", false).body();

            assertAll(
                    () -> assertTrue(english.contains("The same contact is given in campaign c1"), english),
                    () -> assertTrue(english.contains(
                            "3 postings. Verdict: Likely a scam. The latest was posted on" + " 2026-11-20.")),
                    () -> assertTrue(english.contains("adds nothing to the score")),
                    () -> assertTrue(english.contains("href=\"/campaigns/c1\"")),
                    () -> assertTrue(english.contains("Reviewers say of this campaign: a scam (1)")),
                    () -> assertTrue(spanish.contains("El mismo contacto aparece en la campaña c1"), spanish),
                    () -> assertTrue(withoutReading.contains("The same contact is given in campaign c1")),
                    () -> assertFalse(withoutReading.contains("/campaigns/c1")));
        }
    }

    @Test
    void listsAreObeyedAndShown() {
        PostingLists lists = PostingLists.of(List.of(ListEntry.of(
                ListedKind.DOMAIN,
                "bad-hr.example",
                ListName.BLOCK,
                "two complaints",
                "ann",
                START,
                Optional.empty())));
        try (WebServer server = server(PostingMemory.NOTHING, lists, RequestLimits.DEFAULT)) {
            String body = paste(server, "", true).body();

            assertTrue(body.contains("Likely a scam"), body);
            assertTrue(body.contains("On your block list"));
            assertTrue(body.contains("Listed since 2026-11-20. two complaints (ann)"));
        }
    }

    @Test
    void aMemoryThatFailsIsToldAndHidesNothing() {
        PostingMemory failing = (posting, assessment) -> {
            throw new IllegalStateException("away");
        };
        try (WebServer server = server(failing, PostingLists.NONE, RequestLimits.DEFAULT)) {
            String body = paste(server, "", true).body();

            assertTrue(body.contains("What is known from other postings could not be looked up."), body);
            assertTrue(body.contains("class=\"posting\""));
        }
    }

    @Test
    void whoeverComesWhenTooManyPasteIsToldToComeAgain() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        PostingMemory slow = (posting, assessment) -> {
            working.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new PostingMemory.Known(assessment, Optional.empty());
        };
        try (WebServer server = server(slow, PostingLists.NONE, IMPATIENT)) {
            CompletableFuture<HttpResponse<String>> first =
                    CompletableFuture.supplyAsync(() -> paste(server, "", true));
            working.await();
            HttpResponse<String> refused = paste(server, "", true);
            leave.countDown();

            assertEquals(503, refused.statusCode());
            assertEquals(Optional.of("1"), refused.headers().firstValue("Retry-After"));
            assertTrue(refused.body().contains("The server is busy."), refused::body);
            assertEquals(200, first.get().statusCode());
        }
    }

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void noRemarkOfAListStaysInEnglish(PageLanguage language) {
        for (String remark : List.of(
                "; the block list goes before it",
                "; a text about scams may quote it",
                "; it does not outweigh said.fee_first, which warns by itself",
                "; it does not cover @example_desk")) {
            String note =
                    ListNote.of("on your allow list since 2026-11-20: known; good (ann)" + remark, words(language));

            assertTrue(note.endsWith(" known; good (ann)"), note);
            assertEquals(language == PageLanguage.ENGLISH, note.startsWith("Listed since 2026-11-20. "), note);
        }
        String resembles = ListNote.of(
                "resembles Bad HR, which is on your block list; that says nothing of this employer", words(language));
        assertTrue(resembles.contains("Bad HR") && !resembles.contains("resembles"), resembles);
        assertEquals("something new", ListNote.of("something new", words(language)));
    }

    private static PageWords words(PageLanguage language) {
        return PageWords.of(language);
    }

    private ViewStore filled() {
        ViewStore view = ViewStore.open(folder.resolve("view.db"));
        Campaign campaign = campaign("c1", 1, 1);
        view.apply(List.of(
                read(0, 0, campaign),
                read(0, 0, new Review("r", "", null, "c1", ReviewJudgement.SCAM, "ann", "", START.plusSeconds(60)))));
        return view;
    }

    private static WebServer server(PostingMemory memory, PostingLists lists, RequestLimits limits) {
        PageSources sources = new PageSources(
                BUNDLE,
                memory,
                () -> lists,
                InstantSource.fixed(START.plusSeconds(60)),
                Optional.empty(),
                Optional.empty(),
                Optional::empty,
                (caller, subject) -> {},
                caller -> List.of(),
                request -> "",
                false);
        Caller reader = new Caller("anna", EnumSet.of(Permission.OPEN, Permission.ASSESS, Permission.READ));
        Caller guest = new Caller("guest", EnumSet.of(Permission.OPEN, Permission.ASSESS));
        return WebServer.start(
                WebSettings.local(0),
                limits,
                new ServerMetrics(),
                new Gate(request -> request.header("X-Testing-Caller") == null ? guest : reader),
                List.of(new PageRoutes(sources)));
    }

    private static HttpResponse<String> paste(WebServer server, String query, boolean reads) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/try" + query))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("text=" + URLEncoder.encode(CLERK, StandardCharsets.UTF_8)));
        if (reads) {
            request.header("X-Testing-Caller", "anna");
        }
        return CLIENT.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }
}
