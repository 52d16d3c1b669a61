package org.lurewatch.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.CommandRun;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.lab.Installation;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.Evidence;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;
import org.lurewatch.web.StreamSettings;
import org.lurewatch.web.WebConsole;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.access.Audit;
import org.lurewatch.web.access.OwnStore;
import org.lurewatch.web.access.Permission;
import org.lurewatch.web.api.AssessSettings;
import org.lurewatch.web.http.RequestLimits;
import org.lurewatch.web.view.ViewRecord;
import org.lurewatch.web.view.ViewStore;
import org.lurewatch.web.view.ViewTopic;

/** Who gets to see what, in a real browser: accounts as an operator makes them, roles, contact details and the audit. */
class AccessIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CAMPAIGN = "0123456789abcdef0123456789abcdef";
    private static final String CONTACT = "example_desk88";
    private static final String PASSWORD = "a bridge over cold water";
    private static final Pattern LINK = Pattern.compile("/password\\?link=\\S+");
    private static final String REFUSED = "Your account may not do that.";

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static WebConsole console;
    private static String warning;

    /** What went wrong in the browser of a test: scripts that failed, rules that were broken, foreign addresses. */
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        fill(folder.resolve("view.db"));
        String admin = command("accounts", "init", "--store=" + store());
        console = WebConsole.start(parts());
        setPassword(admin);
        setPassword(command("accounts", "add", "vera", "--role=viewer", "--store=" + store()));
        setPassword(command("accounts", "add", "rita", "--role=reviewer", "--store=" + store()));
    }

    /** Nobody listens where Kafka would be: all that there is to see is in the view. */
    private static WebConsole.Parts parts() {
        return new WebConsole.Parts(
                WebSettings.local(0),
                RequestLimits.DEFAULT,
                AssessSettings.DEFAULT,
                "testing",
                BundleLoader.open(HOME.baselineBundle()),
                HOME.baselineBundle(),
                Set.of(Permission.OPEN, Permission.ASSESS),
                Optional.of(OwnStore.open(OwnStore.Place.of(store()))),
                Audit.toFile(folder.resolve("audit.jsonl")),
                Optional.empty(),
                Optional.of(new StreamSettings(
                        Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", "100"),
                        new StreamSettings.Topics(
                                "postings", "warnings", "campaigns", "trends", "reviews", Optional.empty(), "audit"),
                        folder.resolve("view.db"))),
                Clock.systemUTC());
    }

    private static Path store() {
        return folder.resolve("own.db");
    }

    private static void fill(Path file) {
        ScamWarning told = ExampleWarnings.warning();
        told.setCampaignId(CAMPAIGN);
        told.setEvidence(List.of(Evidence.newBuilder()
                .setSignal("contact.telegram")
                .setIndicator("C09")
                .setField("description")
                .setStart(6)
                .setEnd(21)
                .setQuote("@" + CONTACT)
                .setContribution(1.2)
                .build()));
        warning = told.getWarningId();
        Instant at = told.getAssessedAt();
        Campaign campaign = Campaign.newBuilder()
                .setCampaignId(CAMPAIGN)
                .setPostings(3)
                .setTemplate("pay {pay} and write to {handle}")
                .setHandles(List.of("TELEGRAM:" + CONTACT))
                .setSources(List.of("board"))
                .setLanguages(List.of("en"))
                .setFirstSeen(at)
                .setLastSeen(at)
                .setVerdict(Verdict.LIKELY_SCAM)
                .setUpdatedAt(at)
                .build();
        try (ViewStore view = ViewStore.open(file)) {
            view.apply(List.of(
                    new ViewRecord(ViewTopic.WARNINGS, 0, 0, at, "board/1", false, Optional.of(told)),
                    new ViewRecord(ViewTopic.CAMPAIGNS, 0, 0, at, CAMPAIGN, false, Optional.of(campaign))));
        }
    }

    /** Runs a command that prints a link. @return the link */
    private static String command(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(CommandRun.of(HOME, out, err, List.of(arguments)))
                .as(err.toString())
                .isZero();
        Matcher link = LINK.matcher(out.toString());
        assertThat(link.find()).as(out.toString()).isTrue();
        return link.group();
    }

    private static void setPassword(String link) {
        List<String> troubles = new ArrayList<>();
        Page page = open(troubles);
        page.navigate(home() + link);
        page.fill("#password", PASSWORD);
        page.click("main button");

        assertThat(page.url()).isEqualTo(home() + "/");
        assertThat(page.locator("form[action='/logout']").count())
                .as("is logged in")
                .isOne();
        assertThat(troubles).isEmpty();
        page.context().close();
    }

    @AfterAll
    static void stop() throws Exception {
        if (console != null) {
            console.close();
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
        return "http://127.0.0.1:" + console.port();
    }

    private static Page open(List<String> troubles) {
        return chromium.open(new Browser.NewContextOptions().setViewportSize(1280, 900), home(), troubles);
    }

    /** A page that somebody asks for who then logs in, as the login page lets them. */
    private Page loggedIn(String name, String address) {
        Page page = open(troubles);
        page.navigate(home() + address);
        logIn(page, name);
        return page;
    }

    private static void logIn(Page page, String name) {
        assertThat(page.url()).startsWith(home() + "/login");
        page.fill("#user", name);
        page.fill("#password", PASSWORD);
        page.click("main button");
    }

    private static void logOut(Page page) {
        page.click("form[action='/logout'] button");
        assertThat(page.url()).isEqualTo(home() + "/login");
    }

    /** What the audit says that somebody did so far. */
    private static List<JsonNode> audit(String who, String action) throws IOException {
        List<JsonNode> entries = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("audit.jsonl"))) {
            JsonNode entry = JSON.readTree(line);
            if (entry.path("who").asText().equals(who)
                    && entry.path("action").asText().equals(action)) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aContactIsHiddenUntilAskedForAndTheAuditSaysWhoSawIt() throws Exception {
        for (String address : List.of("/warnings/" + warning, "/campaigns/" + CAMPAIGN)) {
            int before = audit("rita", "contacts-shown").size();
            Instant begun = Instant.now();
            Page page = loggedIn("rita", address);

            assertThat(page.url()).as("where she wanted to go").isEqualTo(home() + address);
            assertThat(page.content()).doesNotContain(CONTACT);
            assertThat(audit("rita", "contacts-shown")).hasSize(before);

            page.click("form[action$='/contacts'] button");
            page.waitForSelector("main >> text=" + CONTACT);

            List<JsonNode> seen = audit("rita", "contacts-shown");
            assertThat(seen).hasSize(before + 1);
            JsonNode entry = seen.get(before);
            assertThat(entry.path("subject").asText())
                    .isEqualTo(address.substring(1).replace("s/", " "));
            assertThat(Instant.parse(entry.path("at").asText())).isBetween(begun, Instant.now());

            page.navigate(page.url());
            assertThat(page.content()).as("whoever comes again asks again").doesNotContain(CONTACT);
            page.context().close();
        }
        assertThat(Files.readString(folder.resolve("audit.jsonl"))).doesNotContain(CONTACT);
    }

    @Test
    void anAdministratorReadsInTheAuditWhatAReviewerSaw() {
        Page reviewer = loggedIn("rita", "/warnings/" + warning);
        reviewer.click("form[action$='/contacts'] button");
        reviewer.waitForSelector("main >> text=" + CONTACT);
        reviewer.context().close();

        Page admin = loggedIn("admin", "/warnings");
        admin.click("nav >> text=Audit");

        assertThat(admin.url()).isEqualTo(home() + "/audit");
        assertThat(admin.locator("tbody tr", new Page.LocatorOptions().setHasText("contacts-shown"))
                        .first()
                        .innerText())
                .contains("rita", "warning " + warning);
        assertThat(admin.locator("tbody tr").first().innerText())
                .as("looking at it is written down first")
                .contains("admin", "audit-read");
        assertThat(admin.content()).doesNotContain(CONTACT);
        assertThat(Chromium.seriousProblems(admin)).isEmpty();
        admin.setViewportSize(360, 900);
        assertThat((Integer) admin.evaluate("document.documentElement.scrollWidth"))
                .as("no scrolling sideways")
                .isLessThanOrEqualTo(360);
        admin.context().close();
    }

    @Test
    void behindALogoutNothingIsShown() {
        Page page = loggedIn("rita", "/warnings/" + warning);
        page.click("form[action$='/contacts'] button");
        page.waitForSelector("main >> text=" + CONTACT);
        List<Cookie> kept = page.context().cookies();
        logOut(page);

        assertThatThrownBy(page::goBack)
                .as("the browser has not kept the page before, and nobody asks for it again")
                .hasMessageContaining("ERR_CACHE_MISS");
        page.context().close();

        Page thief = open(troubles);
        thief.context().addCookies(kept);
        thief.navigate(home() + "/warnings/" + warning);
        assertThat(thief.url()).as("the old cookie").startsWith(home() + "/login");
        thief.context().close();
    }

    @Test
    void aViewerIsNotLetNearContacts() throws Exception {
        for (String address : List.of("/warnings/" + warning, "/campaigns/" + CAMPAIGN)) {
            Page page = loggedIn("vera", address);

            assertThat(page.url()).isEqualTo(home() + address);
            assertThat(page.locator("form[action$='/contacts']").count()).isZero();
            assertThat(page.content()).doesNotContain(CONTACT);

            Response answer = page.waitForResponse(
                    home() + address + "/contacts",
                    () -> page.evaluate(
                            "address => { const form = document.querySelector('form[action=\"/logout\"]');"
                                    + " form.action = address; form.submit(); }",
                            address + "/contacts"));
            page.waitForURL(home() + address + "/contacts");

            assertRefused(page, answer);
            assertThat(page.content()).doesNotContain(CONTACT);
            page.context().close();
        }
        assertThat(audit("vera", "contacts-shown")).isEmpty();
    }

    @Test
    void theAuditStaysShutForAReviewer() {
        Page page = loggedIn("rita", "/warnings");
        assertThat(page.locator("nav a[href='/audit']").count()).isZero();

        assertRefused(page, page.navigate(home() + "/audit"));
        assertThat(page.content()).doesNotContain("contacts-shown");
        assertThat(page.navigate(home() + "/v1/accounts").status()).isEqualTo(403);
        takeRefusal();
        page.context().close();
    }

    private void assertRefused(Page page, Response answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.textContent("main")).contains(REFUSED);
        assertThat(page.locator("main a[href='/']").count()).as("a way out").isOne();
        takeRefusal();
    }

    /** The browser tells of each answer that is an error. */
    private void takeRefusal() {
        assertThat(troubles).allMatch(trouble -> trouble.contains("status of 403"));
        troubles.clear();
    }

    @Test
    void nobodyIsSentToTheLoginPageAndFromThereToWhatTheyWanted() {
        Page page = open(troubles);
        List<String> addresses = List.of(
                "/warnings",
                "/warnings?language=en&kind=advance_fee",
                "/warnings/" + warning,
                "/campaigns/" + CAMPAIGN,
                "/trends",
                "/trends.csv",
                "/model",
                "/audit");
        for (String address : addresses) {
            page.navigate(home() + address);
            assertThat(page.url()).as(address).isEqualTo(home() + "/login?to=" + encoded(address));
        }
        page.navigate(home() + "/");
        assertThat(page.url()).as("adverts are assessed without a login").isEqualTo(home() + "/");
        page.click("header a[href='/login']");

        page.navigate(home() + addresses.get(1));
        page.fill("#user", "vera");
        page.fill("#password", "a guess of somebody");
        page.click("main button");
        assertThat(page.textContent("main [role=alert]")).contains("do not fit together");
        logIn(page, "vera");
        assertThat(page.url()).isEqualTo(home() + addresses.get(1));
        page.context().close();
    }

    @Test
    void aLoginLeadsToNoOtherSite() {
        for (String foreign : List.of("//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example")) {
            Page page = loggedIn("vera", "/login?to=" + encoded(foreign));

            assertThat(page.url()).isEqualTo(home() + "/");
            page.context().close();
        }
    }
}
