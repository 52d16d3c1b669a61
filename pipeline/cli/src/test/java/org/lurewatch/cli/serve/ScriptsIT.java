package org.lurewatch.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.requests.ScriptTexts;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.http.RequestLimits;

/** Postings with a script in each of their fields, from the API through the job to the pages, with a browser watching. */
class ScriptsIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LURE =
            "Earn 300 to 400 USD a day from home! To unlock the better paid tasks you first deposit"
                    + " 60 USDT, and you get it back with profit once the tasks are done. Write to our receptionist on Telegram"
                    + " @example_desk88. ";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Chromium chromium;
    private static LocalConsole console;

    private final List<String> troubles = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        console = LocalConsole.start(
                HOME.baselineBundle(), WebSettings.local(0), RequestLimits.DEFAULT, "500ms", Clock.systemUTC());
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

    @Test
    void noneRunsWhereAPostingIsTried() {
        Page page = open();
        for (String script : ScriptTexts.ALL) {
            page.navigate(home() + "/");
            page.fill("#text", posting(0, script));
            page.click("#try button");
            page.waitForSelector("#result article");

            assertHarmless(page, script);
        }
        page.context().close();
    }

    @Test
    void noneRunsWhereAWarningIsShown() throws Exception {
        Set<String> warned = new HashSet<>();
        for (int i = 0; i < ScriptTexts.ALL.size(); i++) {
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(home() + "/v1/assess?remember=true"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(posting(i, ScriptTexts.ALL.get(i))))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode said = JSON.readTree(answer.body());
            assertThat(said.path("verdict").asText()).isNotEqualTo("LIKELY_LEGITIMATE");
            warned.add(said.path("postingId").asText());
        }
        console.job().await(() -> warnings().findValuesAsText("postingId").containsAll(warned));

        Page page = open();
        page.navigate(home() + "/warnings");
        assertHarmless(page, "the list");
        Set<String> campaigns = new HashSet<>();
        for (JsonNode warning : warnings().path("items")) {
            page.navigate(home() + "/warnings/" + warning.path("warningId").asText());
            assertHarmless(page, warning.path("postingId").asText());
            reveal(page, warning.path("postingId").asText());
            campaigns.add(warning.path("campaignId").asText(""));
        }
        campaigns.remove("");
        assertThat(campaigns).isNotEmpty();
        for (String campaign : campaigns) {
            page.navigate(home() + "/campaigns/" + campaign);
            assertHarmless(page, "campaign");
            reveal(page, "campaign");
        }
        for (String address : List.of("/trends", "/model", "/v1/warnings", "/v1/campaigns", "/trends.csv?by=day")) {
            assertThat(get(address)).as(address).isNotEmpty();
        }
        page.navigate(home() + "/trends");
        assertHarmless(page, "trends");
        page.context().close();
    }

    private void reveal(Page page, String what) {
        Locator show = page.locator("form[action$='/contacts'] button");
        if (show.count() > 0) {
            show.first().click();
            assertHarmless(page, what);
        }
    }

    private void assertHarmless(Page page, String what) {
        assertThat(troubles).as(what).isEmpty();
        assertThat(page.locator(
                                "main script, main img, main iframe, main svg:not(.bar), main base, main style, main meta, [href^='javascript'], [action^='javascript']")
                        .count())
                .as("elements that came with a posting: " + what)
                .isZero();
        assertThat(
                        (Integer)
                                page.evaluate(
                                        "[...document.querySelectorAll('main *')]"
                                                + ".filter(each => [...each.attributes].some(attribute => attribute.name.startsWith('on'))).length"))
                .as("handlers that came with a posting: " + what)
                .isZero();
    }

    private static String posting(int number, String script) {
        return new String(ScriptTexts.posting("advert-" + number + " " + script, script, LURE + script), UTF_8);
    }

    private static JsonNode warnings() {
        try {
            return JSON.readTree(get("/v1/warnings?limit=100"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String get(String path) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create(home() + path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String home() {
        return "http://127.0.0.1:" + console.port();
    }

    private Page open() {
        return chromium.open(new Browser.NewContextOptions(), home(), troubles);
    }
}
