package org.lurewatch.cli.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.cli.DocumentTable.ROOT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.DocumentTable;
import org.lurewatch.cli.Lurewatch;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Verdict;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.job.watch.Trouble;
import org.lurewatch.lab.Installation;
import picocli.CommandLine;

/** Whether the documentation says what the code says; the metrics are compared in {@link MetricsIT}. */
class DocumentationTest {
    private static final String README = "README.md";
    private static final int README_BYTES = 7 * 1024;
    private static final String PLATFORM = "docs/platform.md";
    private static final String OPERATE = "docs/operate.md";
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern ENTRY = Pattern.compile("(?m)^### (.+)$");
    private static final Pattern SHOWN = Pattern.compile("\\./lurewatch ([^`|>;#)\\n]*)");
    private static final Pattern REASON = Pattern.compile("See RATIONALE\\.md, \"([^\"]+)\"");
    private static final Pattern NEXT_COMMENT_LINE = Pattern.compile("\\n\\s*(?:\\*|//|#)\\s*");
    private static final Set<String> SOURCES = Set.of("java", "properties", "yaml", "yml", "sh");

    @Test
    void theReadmeIsShort() throws Exception {
        assertTrue(Files.size(ROOT.resolve(README)) <= README_BYTES);
    }

    @Test
    void everySettingIsThereWithItsDefault() throws Exception {
        Map<String, Object> settings = new TreeMap<>();
        flatten("", MonitoringFiles.yaml("../pipeline/job/example.yaml").get(0), settings);
        Map<String, Map<String, String>> table =
                DocumentTable.of(OPERATE, "Settings").by("key");

        assertEquals(settings.keySet(), table.keySet());
        settings.forEach((key, value) -> {
            List<String> told = DocumentTable.codes(table.get(key), "default");
            boolean isSaid = value != null && !value.toString().startsWith("${");
            assertEquals(isSaid ? List.of(value.toString()) : List.of(), told, key);
        });
    }

    @Test
    void everyTopicIsThere() throws Exception {
        Map<String, Object> settings = new TreeMap<>();
        flatten("", MonitoringFiles.yaml("../pipeline/job/example.yaml").get(0), settings);
        Set<String> topics = settings.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith("kafka.topics."))
                .map(setting -> setting.getValue().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(topics, DocumentTable.of(PLATFORM, "Topics").by("topic").keySet());
    }

    @Test
    void everyAlertIsThereWithItsSeverity() throws Exception {
        Map<String, String> alerts = new TreeMap<>();
        for (Map<String, Object> alert : MonitoringFiles.alerts()) {
            alerts.put((String) alert.get("alert"), alert.get("labels").toString());
        }
        Map<String, String> told = new TreeMap<>();
        DocumentTable.of(OPERATE, "Alerts")
                .by("alert")
                .forEach((name, row) -> told.put(name, "{severity=" + row.get("severity") + "}"));
        assertEquals(alerts, told);
    }

    @Test
    void everyTroubleThatTheLogTellsIsThereWithItsRemedy() throws Exception {
        Map<String, String> troubles = new TreeMap<>();
        for (Trouble trouble : Trouble.values()) {
            troubles.put(trouble.name(), trouble.what() + " | " + trouble.remedy());
        }
        Map<String, String> told = new TreeMap<>();
        DocumentTable.of(OPERATE, "Logs")
                .by("trouble")
                .forEach((name, row) -> told.put(name, row.get("what the line says") + " | " + row.get("what to do")));
        assertEquals(troubles, told);
    }

    @Test
    void everyVerdictReasonAndKindIsThere() throws Exception {
        assertEquals(
                names(Verdict.values()),
                Set.copyOf(DocumentTable.of(README, "Verdicts").codes("verdict")));
        assertEquals(
                names(Verdict.values()),
                Set.copyOf(DocumentTable.of(PLATFORM, "What an assessment looks like")
                        .codes("verdict")));
        assertEquals(
                names(RejectReason.values()),
                Set.copyOf(DocumentTable.of(PLATFORM, "Rejects").codes("reason")));
        String page = Files.readString(ROOT.resolve(PLATFORM));
        for (ScamType type : ScamType.values()) {
            assertTrue(page.contains("`" + type.code() + "`"), type::code);
        }
    }

    @Test
    void everyCommandAndOptionThatIsShownExists() throws Exception {
        CommandLine lurewatch = Lurewatch.commandLine(new Installation(ROOT), Terminal.NONE, BundleLoader::load);
        int shown = 0;
        for (Path page : pages()) {
            for (String line : found(SHOWN, Files.readString(page))) {
                assertExists(lurewatch, line.strip().split("\\s+"), page + ": " + line);
                shown++;
            }
        }
        assertTrue(shown > 50);
    }

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        for (Path page : pages()) {
            for (String link : found(LINK, Files.readString(page))) {
                if (link.startsWith("http")) {
                    continue;
                }
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
                assertTrue(Files.exists(target), () -> page + " leads to " + link);
                if (parts.length == 2) {
                    Set<String> anchors = found(HEADING, Files.readString(target)).stream()
                            .map(DocumentationTest::anchor)
                            .collect(Collectors.toSet());
                    assertTrue(anchors.contains(parts[1]), () -> page + " leads to " + link);
                }
            }
        }
    }

    @Test
    void everyEntryOfTheRationaleIsNamedInTheCodeAndTheOtherWayRound() throws Exception {
        Set<String> named = new TreeSet<>();
        for (Path source : sources()) {
            String text = NEXT_COMMENT_LINE.matcher(Files.readString(source)).replaceAll(" ");
            named.addAll(found(REASON, text));
        }
        assertEquals(new TreeSet<>(found(ENTRY, Files.readString(ROOT.resolve("RATIONALE.md")))), named);
    }

    private static void assertExists(CommandLine lurewatch, String[] words, String shown) {
        CommandLine command = lurewatch;
        for (String word : words) {
            if (word.startsWith("--")) {
                String option = word.split("=", 2)[0];
                assertTrue(
                        command.getCommandSpec().optionsMap().containsKey(option), () -> shown + " has no " + option);
            } else if (!command.getSubcommands().isEmpty()) {
                command = command.getSubcommands().get(word);
                assertTrue(command != null, () -> shown + ": there is no " + word);
            }
        }
    }

    private static void flatten(String prefix, Map<?, ?> section, Map<String, Object> into) {
        section.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                flatten(prefix + key + ".", inner, into);
            } else {
                into.put(prefix + key, value);
            }
        });
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    /** As GitHub makes it. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(each -> each.group(1)).toList();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("", "docs", "docker")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    private static List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("schemas", "models", "pipeline", "docker")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> isSource(file.toString())).forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static boolean isSource(String file) {
        return SOURCES.contains(file.substring(file.lastIndexOf('.') + 1)) && !file.contains("/target/");
    }
}
