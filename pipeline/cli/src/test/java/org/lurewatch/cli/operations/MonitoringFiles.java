package org.lurewatch.cli.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lurewatch.cli.DocumentTable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is in the folder for containers, as those who read it would see it. */
final class MonitoringFiles {
    static final Path DOCKER = Path.of("../../docker");

    /** Flink puts the names of its own scopes before those of the job. */
    static final String OWN_PREFIX = "flink_taskmanager_job_task_operator_";

    private MonitoringFiles() {}

    /**
     * Something that is asked of Prometheus.
     *
     * @param place where, for messages
     * @param expression in PromQL
     * @param told what is shown beside it, with names of labels in braces
     */
    record Query(String place, String expression, String told) {}

    static List<Query> queries() throws IOException {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : dashboard().get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                queries.add(new Query(
                        "panel " + panel.get("title").textValue(),
                        target.get("expr").textValue(),
                        target.get("legendFormat").textValue()));
            }
        }
        for (Map<String, Object> rule : alerts()) {
            queries.add(new Query("alert " + rule.get("alert"), (String) rule.get("expr"), ""));
        }
        return queries;
    }

    /** The labels of each metric of the job's own, as the documentation has them. */
    static Map<String, Set<String>> documentedMetrics() throws IOException {
        Map<String, Set<String>> labels = new TreeMap<>();
        DocumentTable.of("docs/operate.md", "Metrics")
                .by("metric")
                .forEach((name, row) ->
                        labels.put(OWN_PREFIX + name, new TreeSet<>(DocumentTable.codes(row, "labels"))));
        return labels;
    }

    static JsonNode dashboard() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(DOCKER.resolve("grafana/lurewatch.json").toFile());
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> alerts() throws IOException {
        List<Map<String, Object>> groups =
                (List<Map<String, Object>>) yaml("prometheus/alerts.yml").get(0).get("groups");
        return groups.stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
    }

    /** Flink's settings in the compose file. */
    @SuppressWarnings("unchecked")
    static Map<String, String> composeSettings() throws IOException {
        Map<String, Object> flink =
                (Map<String, Object>) yaml("compose.yaml").get(0).get("x-flink");
        String properties = (String) ((Map<String, Object>) flink.get("environment")).get("FLINK_PROPERTIES");
        return texts(reader().load(properties));
    }

    /** Of some settings those that say how metrics are reported. */
    static Map<String, String> ofMetrics(Map<String, String> settings) {
        Map<String, String> metrics = new TreeMap<>(settings);
        metrics.keySet().removeIf(key -> !key.startsWith("metrics."));
        return metrics;
    }

    /** The documents of a file. */
    static List<Map<String, Object>> yaml(String file) throws IOException {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object document : reader().loadAll(Files.readString(DOCKER.resolve(file)))) {
            @SuppressWarnings("unchecked")
            Map<String, Object> map = (Map<String, Object>) document;
            documents.add(map);
        }
        return documents;
    }

    static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }

    private static Yaml reader() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
