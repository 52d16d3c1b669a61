package org.lurewatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lurewatch.codec.WarningEncoder;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.lists.PostingLists;
import org.lurewatch.schemas.Bundle;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.TemplateSlot;
import org.lurewatch.schemas.Trend;
import org.lurewatch.schemas.TrendDimension;
import org.lurewatch.schemas.TrustedClasses;
import org.lurewatch.schemas.Verdict;
import org.lurewatch.web.WebServer;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.api.PostingMemory;
import org.lurewatch.web.pages.PageRoutes;
import org.lurewatch.web.pages.PageSources;
import org.lurewatch.web.view.ViewRecord;
import org.lurewatch.web.view.ViewStore;
import org.lurewatch.web.view.ViewTopic;

/** The pages as people use them, in a real browser. */
class PagesIT {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    private static final String CAMPAIGN = "0123456789abcdef0123456789abcdef";
    private static final String ENGLISH =
            "Chat agents wanted abroad, no experience needed. Salary 2,500 USD per month, free"
                    + " flight and room. Only your passport is needed, we leave this week. Nobody is beaten."
                    + " Telegram @example_desk88";
    private static final String CHINESE = "高薪诚聘海外客服，无需经验，包机票包吃住，月薪三万起。\n有护照马上走，不打人不骗人。\n加微信 example8899 咨询。";
    private static final String ARABIC = "مطلوب موظفين للعمل من المنزل بدون خبرة، راتب 3000 دولار شهريا.\n"
            + "كل ما عليك هو عمل لايك ومتابعة. ادفع رسوم تسجيل 50 دولار قبل البدء.\nواتساب +971 50 000 0000";

    private static final List<String> REVEALED = new CopyOnWriteArrayList<>();

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static ViewStore view;
    private static WebServer server;
    private static String warningId;

    /** What went wrong in the browser of a test: scripts that failed, rules that were broken, foreign addresses. */
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        TrustedClasses.register();
        view = ViewStore.open(folder.resolve("view.db"));
        fill();
        Path bundle = Path.of("../../models/baseline");
        PageSources sources = new PageSources(
                BundleLoader.open(bundle),
                PostingMemory.NOTHING,
                () -> PostingLists.NONE,
                InstantSource.system(),
                Optional.of(bundle),
                Optional.of(view),
                Optional::empty,
                (caller, subject) -> REVEALED.add(caller.name() + " saw " + subject),
                caller -> List.of(),
                request -> "",
                true);
        Caller reviewer = new Caller("anna", EnumSet.allOf(Permission.class));
        server = WebServer.start(
                WebSettings.local(0),
                new Gate(request -> request.header("X-Testing-Caller") == null ? Caller.LOCAL : reviewer),
                List.of(new PageRoutes(sources)));
    }

    private static void fill() {
        List<ViewRecord> records = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ScamWarning warning = warning(i == 29 ? "<img src=x onerror=alert(1)>" : "advert-" + i, i);
            warningId = warning.getWarningId();
            records.add(new ViewRecord(
                    ViewTopic.WARNINGS, 0, i, START, "board/" + warning.getPostingId(), false, Optional.of(warning)));
        }
        Campaign campaign = Campaign.newBuilder()
                .setCampaignId(CAMPAIGN)
                .setPostings(30)
                .setTemplate("pay {pay} and write to {handle}")
                .setSlots(List.of(new TemplateSlot("pay", List.of("900 USD"))))
                .setHandles(List.of("TELEGRAM:example_desk"))
                .setSources(List.of("board"))
                .setLanguages(List.of("th", "ar"))
                .setFirstSeen(START)
                .setLastSeen(START.plusSeconds(3600))
                .setVerdict(Verdict.LIKELY_SCAM)
                .setUpdatedAt(START)
                .build();
        records.add(new ViewRecord(ViewTopic.CAMPAIGNS, 0, 0, START, CAMPAIGN, false, Optional.of(campaign)));
        for (int hour = 0; hour < 30; hour++) {
            Instant at = START.plusSeconds(3600L * hour);
            records.add(trend(at, 2 * hour, TrendDimension.ALL, "", 100 + hour));
            records.add(trend(at, 2 * hour + 1, TrendDimension.SCAM_TYPE, "task_scam", hour));
        }
        view.apply(records);
    }

    private static ViewRecord trend(Instant at, long offset, TrendDimension dimension, String value, long postings) {
        Trend trend = new Trend(at, 1, dimension, value, postings, postings / 20, postings / 30, 1);
        return new ViewRecord(ViewTopic.TRENDS, 0, offset, START, "", false, Optional.of(trend));
    }

    private static ScamWarning warning(String postingId, int minute) {
        return ScamWarning.newBuilder()
                .setWarningId(WarningEncoder.warningId("board", postingId))
                .setPostingId(postingId)
                .setSource("board")
                .setScore(0.4)
                .setVerdict(minute % 2 == 0 ? Verdict.UNSURE : Verdict.LIKELY_SCAM)
                .setScamType("task_scam")
                .setLanguage("th")
                .setCampaignId(CAMPAIGN)
                .setEvidence(List.of(
                        Evidence.newBuilder()
                                .setSignal("contact.telegram")
                                .setIndicator("C09")
                                .setField("description")
                                .setStart(6)
                                .setEnd(19)
                                .setQuote("@example_desk")
                                .setSource("own knowledge")
                                .setContribution(1.2)
                                .build(),
                        Evidence.newBuilder()
                                .setSignal("legit_channel")
                                .setField("description")
                                .setStart(30)
                                .setEnd(45)
                                .setQuote("<b>vacancy 12</b>")
                                .setContribution(-0.4)
                                .build()))
                .setBundle(
                        Bundle.newBuilder().setVersion("testing").setDigest("0").build())
                .setAssessedAt(START.plusSeconds(60L * minute))
                .build();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (view != null) {
            view.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(troubles).isEmpty();
    }

    private static String home() {
        return "http://127.0.0.1:" + server.port();
    }

    private Page open(Browser.NewContextOptions options) {
        return chromium.open(options, home(), troubles);
    }

    private Page open() {
        return open(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    static Stream<String> addresses() {
        return Stream.of(
                "/",
                "/warnings",
                "/warnings/" + warningId,
                "/campaigns/" + CAMPAIGN,
                "/trends",
                "/model",
                "/login",
                "/password?link=testing",
                "/?lang=ar");
    }

    /** Colours do not depend on the width, nor the layout on colours: two looks see all four. */
    @ParameterizedTest
    @MethodSource("addresses")
    void isReadByEverybodyAtEveryWidthInLightAndDark(String address) {
        assertIsRead(address, 360, ColorScheme.LIGHT);
        assertIsRead(address, 1280, ColorScheme.DARK);
    }

    private void assertIsRead(String address, int width, ColorScheme scheme) {
        Page page =
                open(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        Response answer = page.navigate(home() + address);

        assertThat(answer.status()).isEqualTo(200);
        assertFits(page, width);
        assertThat(Chromium.seriousProblems(page))
                .as(address + " " + width + " " + scheme)
                .isEmpty();
        page.context().close();
    }

    private static void assertFits(Page page, int width) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("no scrolling sideways")
                .isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"en, ltr", "zh, ltr", "ar, rtl"})
    void whatIsPastedIsSeenWithItsReasons(String script, String direction) {
        String advert = Map.of("en", ENGLISH, "zh", CHINESE, "ar", ARABIC).get(script);
        Page page = open(new Browser.NewContextOptions().setViewportSize(360, 900));
        page.navigate(home() + "/");
        page.fill("#text", advert);
        page.click("#try button");
        page.waitForSelector("#result article h2");

        assertThat(page.textContent("#result article h2")).isEqualTo("Likely a scam");
        assertThat(page.locator("#result mark").count()).isGreaterThan(2);
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.raw')).direction"))
                .isEqualTo(direction);
        assertThat((String) page.evaluate("(() => { const raw = document.querySelector('.raw').cloneNode(true);"
                        + " raw.querySelectorAll('a.ref').forEach((number) => number.remove());"
                        + " return raw.textContent; })()"))
                .isEqualTo(advert);
        assertThat(page.locator("ol.reasons li").count()).isGreaterThan(2);
        assertThat(page.url()).as("htmx has put it into the page").isEqualTo(home() + "/");
        assertFits(page, 360);
        assertThat(Chromium.seriousProblems(page)).isEmpty();
        page.context().close();
    }

    @Test
    void worksWithoutScripts() {
        Page page = open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(home() + "/");
        page.fill("#text", ENGLISH);
        page.click("#try button");

        assertThat(page.url()).isEqualTo(home() + "/try");
        assertThat(page.textContent("#result article h2")).isEqualTo("Likely a scam");
        assertThat(page.inputValue("#text")).isEqualTo(ENGLISH);
        page.context().close();
    }

    @Test
    void worksWithoutAMouse() {
        Page page = open();
        page.navigate(home() + "/");
        tabTo(page, "textarea");
        page.keyboard().insertText(ENGLISH);
        tabTo(page, "button.main");
        page.keyboard().press("Enter");
        page.waitForSelector("#result article");

        assertThat(page.evaluate("document.activeElement.id"))
                .as("the focus is where the answer is")
                .isEqualTo("result");
        tabTo(page, "a.ref");
        page.keyboard().press("Enter");
        assertThat(page.url()).contains("#p1-r");
        page.context().close();
    }

    private static void tabTo(Page page, String wanted) {
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if (page.evaluate("wanted => document.activeElement.matches(wanted)", wanted)
                    .equals(true)) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + wanted);
    }

    @Test
    void aFileMayBeDroppedOnTheBox() {
        Page page = open();
        page.navigate(home() + "/");
        page.evaluate(
                "text => { const files = new DataTransfer();"
                        + " files.items.add(new File([text], 'advert.txt', {type: 'text/plain'}));"
                        + " document.getElementById('text').dispatchEvent("
                        + "new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true})); }",
                ENGLISH);
        page.click("#try button");
        page.waitForSelector("#result article");

        assertThat(page.textContent("#result article h2")).isEqualTo("Likely a scam");
        page.context().close();
    }

    @Test
    void nothingInAnAdvertRuns() {
        Page page = open();
        page.navigate(home() + "/");
        String attack = "<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>"
                + "\" onmouseover=\"alert(1)\u202E</textarea><script>alert(1)</script>";
        for (String advert : List.of(
                attack + " " + ENGLISH,
                "{\"title\": \"<script>alert(1)</script>\", \"url\": \"javascript:alert(1)\", \"description\":"
                        + " \"<img src=x onerror=alert(1)> pay the fee\"}")) {
            page.fill("#text", advert);
            page.click("#try button");
            page.waitForSelector("#result article");

            assertThat(page.locator("#result script, #result img, #result a:not(.ref)")
                            .count())
                    .isZero();
            page.evaluate("document.getElementById('result').replaceChildren()");
        }
        page.context().close();
    }

    @Test
    void aContactIsRevealedOnlyToWhoeverMayAndItIsWrittenDown() {
        REVEALED.clear();
        Page viewer = open();
        viewer.navigate(home() + "/warnings");
        viewer.click("ol.several a");

        assertThat(viewer.content()).doesNotContain("example_desk");
        assertThat(viewer.locator("form[action$='/contacts']").count()).isZero();
        viewer.context().close();

        Page reviewer = open(new Browser.NewContextOptions().setExtraHTTPHeaders(Map.of("X-Testing-Caller", "anna")));
        reviewer.navigate(home() + "/warnings");
        reviewer.click("ol.several a");
        Locator show = reviewer.locator("form[action$='/contacts'] button");
        assertThat(REVEALED).isEmpty();
        show.click();

        reviewer.waitForSelector("ol.reasons >> text=@example_desk");
        assertThat(REVEALED).containsExactly("anna saw warning " + warningId);
        reviewer.context().close();
    }

    @Test
    void aChartSaysWhatItsTableSays() {
        Page page = open();
        page.navigate(home() + "/trends");
        page.waitForSelector(".chart canvas");

        assertThat(page.locator("#times tbody tr").count()).isEqualTo(30);
        page.context().close();
    }

    @Test
    void newWarningsAppearByThemselves() {
        Page page = open();
        page.navigate(home() + "/warnings");
        ScamWarning news = warning("advert-news", 600);
        view.apply(List.of(
                new ViewRecord(ViewTopic.WARNINGS, 0, 1000, START, "board/advert-news", false, Optional.of(news))));

        page.waitForSelector("#list >> text=advert-news");
        view.apply(List.of(
                new ViewRecord(ViewTopic.WARNINGS, 0, 1001, START, "board/advert-news", true, Optional.empty())));
        page.context().close();
    }
}
