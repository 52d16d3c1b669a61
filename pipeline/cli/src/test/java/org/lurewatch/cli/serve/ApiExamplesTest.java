package org.lurewatch.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.cli.DocumentTable;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.bundle.LoadedBundle;
import org.lurewatch.web.WebServer;
import org.lurewatch.web.WebSettings;
import org.lurewatch.web.access.Caller;
import org.lurewatch.web.access.Gate;
import org.lurewatch.web.api.AssessRoutes;
import org.lurewatch.web.api.AssessSettings;
import org.lurewatch.web.api.OperationRoutes;
import org.lurewatch.web.api.RequestAssessor;
import org.lurewatch.web.http.RequestLimits;
import org.lurewatch.web.http.ServerMetrics;

/** The examples of the page for platforms, run as they stand there. */
class ApiExamplesTest {
    private static final String PAGE = "docs/platform.md";
    private static final Pattern BLOCK = Pattern.compile("```(bash|python|javascript)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern METRIC = Pattern.compile("# TYPE (lurewatch_\\w+)");

    private static WebServer server;
    private static ServerMetrics metrics;

    @TempDir
    private Path folder;

    private record Block(String language, String code) {}

    @BeforeAll
    static void start() {
        LoadedBundle bundle = BundleLoader.open(DocumentTable.ROOT.resolve("models/baseline"));
        metrics = new ServerMetrics();
        server = WebServer.start(
                WebSettings.local(0),
                RequestLimits.DEFAULT,
                metrics,
                new Gate(request -> Caller.LOCAL),
                List.of(
                        new AssessRoutes(
                                new RequestAssessor(bundle), AssessSettings.DEFAULT, metrics, Optional.empty()),
                        new OperationRoutes("test", bundle.id(), metrics, Map.of())));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The blocks of the section, with the address of the server of this test. */
    private static List<Block> blocks(String language) throws IOException {
        String page = Files.readString(DocumentTable.ROOT.resolve(PAGE));
        String section =
                page.substring(page.indexOf("\n## Ask over HTTP"), page.indexOf("\n## What a posting looks like"));
        List<Block> blocks = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(section); block.find(); ) {
            if (block.group(1).equals(language)) {
                blocks.add(new Block(language, block.group(2).replace("127.0.0.1:8080", "127.0.0.1:" + server.port())));
            }
        }
        return blocks;
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(DocumentTable.ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().merge("PATH", java, (path, own) -> own + ":" + path);
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return text;
    }

    private void assumeThereIs(String program) throws InterruptedException {
        try {
            assumeTrue(new ProcessBuilder(program, "--version").start().waitFor() == 0, "no " + program + " here");
        } catch (IOException e) {
            assumeTrue(false, "no " + program + " here");
        }
    }

    @Test
    void curlAndTheJavaClientGetAnAssessment() throws IOException, InterruptedException {
        assumeThereIs("curl");
        List<Block> blocks = blocks("bash");

        assertEquals(2, blocks.size());
        for (Block block : blocks) {
            String answer = run("bash", "-euc", block.code);
            assertTrue(answer.contains("{\"postingId\":\"written-en-019\""), answer);
            assertTrue(answer.contains("\"howToDispute\""), answer);
        }
    }

    @Test
    void pythonGetsAVerdictAndItsReasons() throws IOException, InterruptedException {
        assumeThereIs("python3");
        List<Block> blocks = blocks("python");

        assertEquals(1, blocks.size());
        String answer = run("python3", "-c", blocks.get(0).code);
        assertTrue(answer.matches("(?s)(LIKELY_SCAM|UNSURE) \\[.*'top up'.*\\]\\s*"), answer);
    }

    @Test
    void javaScriptGetsAnItemForEachPosting() throws IOException, InterruptedException {
        assumeThereIs("node");
        List<Block> blocks = blocks("javascript");

        assertEquals(1, blocks.size());
        Path script = Files.writeString(folder.resolve("example.mjs"), blocks.get(0).code);
        assertEquals("0 NO_SIGN_FOUND\n1 NO_TEXT\n", run("node", script.toString()));
    }

    @Test
    void everyMetricIsThere() throws IOException {
        List<String> told = DocumentTable.of(PAGE, "Watch the server").rows().stream()
                .map(row -> row.get("metric").replace("`", ""))
                .sorted()
                .toList();
        List<String> exposed = METRIC.matcher(new String(metrics.text(), StandardCharsets.UTF_8))
                .results()
                .map(each -> each.group(1))
                .sorted()
                .toList();

        assertTrue(told.containsAll(exposed), () -> exposed + " but " + told);
    }
}
