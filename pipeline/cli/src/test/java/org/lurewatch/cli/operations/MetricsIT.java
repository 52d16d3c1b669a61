package org.lurewatch.cli.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.job.config.ConfigReader;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.lab.Installation;
import org.lurewatch.lab.broker.EmbeddedKafka;
import org.lurewatch.lab.cluster.ClusterPorts;
import org.lurewatch.lab.examples.DemoRecord;
import org.lurewatch.lab.examples.Replay;
import org.lurewatch.lab.minicluster.JobCounters;
import org.lurewatch.lab.minicluster.LocalJob;
import org.lurewatch.lab.minicluster.Settling;

/**
 * Flink's Prometheus reporter, set up as in the containers, on a real cluster and broker: what the dashboard and the alert
 * rules ask for is there, and neither the metrics nor the log hold anything of a posting.
 */
class MetricsIT {
    private static final Installation HOME = new Installation(Path.of("../.."));
    private static final String OWN = MonitoringFiles.OWN_PREFIX + "lurewatch_";
    private static final String LAG = "flink_taskmanager_job_task_operator_pendingRecords";
    private static final Pattern METRIC = Pattern.compile("\\b(flink_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|=)\\s*\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern TOLD = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String SETTINGS = """
            kafka: {bootstrapServers: "${SERVERS}", createTopics: true, partitions: 2}
            checkpoint: {interval: 300ms, directory: "${CHECKPOINTS}"}
            detection: {bundle: "${BUNDLE}"}
            control: {enabled: true}
            parallelism: 2
            """;
    private static final String LURE = """
            {"identifier": "lure-one", "source": "smoke", "inLanguage": "en", "title": "Online part-time job",
             "description": "Earn 200-500 USD per day from home! To unlock the higher commission tasks you first deposit \
            50 USDT into your account, and you get it back with profit after finishing the tasks. Contact our \
            receptionist on Telegram @tasks_daily_pay or +855 96 123 4567"}""";
    private static final String BROKEN = "{\"identifier\": \"broken-two\", \"title\": \"brokenwording @broken_handle";
    private static final String HONEST = """
            {"identifier": "honest-three", "source": "smoke", "inLanguage": "nolangua", "title": "Kitchen assistant",
             "description": "We are looking for a kitchen assistant for our school canteen, 25 hours a week."}""";
    private static final List<String> SCRAPED = List.of(
            "lure-one",
            "broken-two",
            "honest-three",
            "tasks_daily_pay",
            "96 123 4567",
            "961234567",
            "brokenwording",
            "broken_handle",
            "nolangua",
            "receptionist",
            "canteen",
            "smoke");

    @TempDir
    private Path folder;

    @Test
    void everyMetricThatIsAskedForIsThereAndNothingScrapedIsInMetricsOrLog() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                ContainerLog log = ContainerLog.start(MonitoringFiles.DOCKER.resolve("log4j-console.properties"))) {
            int port = ClusterPorts.free(1).get(0);
            Scrape scrape = run(kafka, port);

            for (MonitoringFiles.Query query : MonitoringFiles.queries()) {
                assertAnswered(query, scrape);
            }
            assertEquals(MonitoringFiles.documentedMetrics(), ownMetrics(scrape), "docs/operate.md");
            assertCounted(scrape);
            SCRAPED.forEach(scraped -> assertFalse(scrape.text().contains(scraped), scraped));
            assertLogIsStructuredAndHoldsNothingScraped(log.lines());
        }
    }

    private Scrape run(EmbeddedKafka kafka, int port) throws Exception {
        JobConfig config = ConfigReader.parse(
                SETTINGS,
                Map.of(
                        "SERVERS", kafka.bootstrapServers(),
                        "CHECKPOINTS", folder.toUri().toString(),
                        "BUNDLE", HOME.baselineBundle().toAbsolutePath().toString()));
        Configuration settings =
                LocalJob.patient(Configuration.fromMap(MonitoringFiles.ofMetrics(MonitoringFiles.composeSettings())));
        settings.setString("metrics.reporter.prom.port", String.valueOf(port));
        JobCounters counters = JobCounters.of(settings);
        try (LocalJob job =
                        LocalJob.start(StreamExecutionEnvironment.createLocalEnvironment(settings), counters, config);
                Replay replay = new Replay(kafka.bootstrapServers())) {
            replay.start("postings", List.of(record(LURE), record(BROKEN), record(HONEST)))
                    .get();
            job.await(new Settling(counters, 3)::isOver);
            Scrape scrape = Scrape.of(port);
            // The lag is known after the first fetch from Kafka.
            while (scrape.of(LAG).isEmpty()) {
                job.requireRunning();
                scrape = Scrape.of(port);
            }
            return scrape;
        }
    }

    private static void assertAnswered(MonitoringFiles.Query query, Scrape scrape) {
        List<Scrape.Series> all = new ArrayList<>();
        Matcher metrics = METRIC.matcher(query.expression());
        while (metrics.find()) {
            List<Scrape.Series> series = scrape.of(metrics.group(1));
            assertFalse(series.isEmpty(), () -> query.place() + ": there is no " + metrics.group(1));
            String selector = Optional.ofNullable(metrics.group(2)).orElse("");
            List<Scrape.Series> selected = series.stream()
                    .filter(each -> MATCHER.matcher(selector).results().allMatch(match -> {
                        String value = each.labels().getOrDefault(match.group(1), "");
                        return match.group(2).equals("=")
                                ? value.equals(match.group(3))
                                : value.matches(match.group(3));
                    }))
                    .toList();
            assertFalse(selected.isEmpty(), () -> query.place() + ": nothing is " + metrics.group());
            all.addAll(selected);
        }
        assertFalse(all.isEmpty(), query.place() + ": no metric is asked for");
        Set<String> labels = new TreeSet<>();
        GROUPING.matcher(query.expression())
                .results()
                .forEach(grouping -> labels.addAll(List.of(grouping.group(1).split(", *"))));
        TOLD.matcher(query.told()).results().forEach(label -> labels.add(label.group(1)));
        for (Scrape.Series series : all) {
            assertTrue(
                    series.labels().keySet().containsAll(labels), () -> query.place() + ": " + series + " " + labels);
        }
    }

    /** The labels of each metric of the job's own, without those that Flink gives to all. */
    private static Map<String, Set<String>> ownMetrics(Scrape scrape) {
        Set<String> given = scrape.of(OWN + "in").get(0).labels().keySet();
        Map<String, Set<String>> own = new TreeMap<>();
        for (Scrape.Series series : scrape.series()) {
            if (series.name().startsWith(OWN)) {
                Set<String> labels = own.computeIfAbsent(series.name(), name -> new TreeSet<>());
                labels.addAll(series.labels().keySet());
                labels.removeAll(given);
            }
        }
        return own;
    }

    private static void assertCounted(Scrape scrape) {
        assertEquals(3, scrape.sum(OWN + "in", labels -> true));
        assertEquals(1, scrape.sum(OWN + "reason_rejected", labels -> labels.get("reason")
                .startsWith("MALFORMED")));
        assertEquals(1, scrape.sum(OWN + "language_warned", labels -> labels.get("language")
                .equals("en")));
        assertEquals(1, scrape.sum(OWN + "language_assessed", labels -> labels.get("language")
                .equals("other")));
        assertEquals(2, scrape.sum(OWN + "score_le_bucket", labels -> labels.get("le")
                .equals("+Inf")));
        assertEquals(2, scrape.sum(OWN + "latencySeconds_le_bucket", labels -> labels.get("le")
                .equals("300.0")));
        String digest = BundleLoader.identify(HOME.baselineBundle()).digest().substring(0, 12);
        assertEquals(2, scrape.sum(OWN + "bundle_version_assessed", labels -> labels.get("bundle")
                .equals(digest)));
        assertTrue(
                scrape.of(OWN + "in").stream()
                        .noneMatch(series -> series.labels().containsKey("task_attempt_id")),
                "each restart would make all series anew");
    }

    private static void assertLogIsStructuredAndHoldsNothingScraped(List<String> lines) throws Exception {
        assertTrue(lines.size() > 50, "Flink logs how the job starts");
        for (String line : lines) {
            assertTrue(JsonMapper.builder().build().readTree(line).hasNonNull("message"), line);
            SCRAPED.forEach(scraped -> assertFalse(line.contains(scraped), line));
        }
    }

    private static DemoRecord record(String value) {
        return new DemoRecord("key", value.getBytes(UTF_8), Optional.empty());
    }
}
