package org.lurewatch.cli.serve;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser of this machine. Nothing is downloaded; where there is none, the tests that need it are skipped. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** A page that does not come for so long will not come: a machine may be busy. */
    private static final double PATIENCE_MILLIS = 120_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it, or skips the tests of this class. */
    static Chromium start() {
        Optional<Path> program = onThePath();
        assumeTrue(program.isPresent(), "There is no Chromium on the PATH: no browser looks at the pages");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        // Containers run the tests as root, where the sandbox does not start.
                        .setArgs(List.of("--no-sandbox")));
        return new Chromium(playwright, browser);
    }

    /**
     * A page that is watched, in a context of its own.
     *
     * @param home the address that it may ask
     * @param troubles receives each error of the console, script that fails, dialog, and question to another address
     */
    Page open(Browser.NewContextOptions options, String home, List<String> troubles) {
        Page page = browser.newContext(options.setLocale("en-GB")).newPage();
        page.context().setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add("console: " + message.text());
            }
        });
        page.onPageError(error -> troubles.add("script: " + error));
        page.onDialog(dialog -> {
            troubles.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(home)) {
                troubles.add("foreign address: " + request.url());
            }
        });
        return page;
    }

    /** What keeps people from reading a page, as axe sees it. */
    static List<String> seriousProblems(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + " at " + rule.getNodes().get(0).getHtml())
                        .toList();
    }

    private static Optional<Path> onThePath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
