package org.lurewatch.cli.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether Grafana and Prometheus could read their files; what they ask for is looked for in {@link MetricsIT}. */
class MonitoringFilesTest {
    private static final int COLUMNS = 24;

    @Test
    void panelsLieBesideEachOtherAndAskTheChosenDataSource() throws Exception {
        JsonNode dashboard = MonitoringFiles.dashboard();
        assertEquals(
                "datasource", dashboard.at("/templating/list/0/name").textValue(), "the only thing that can be chosen");
        Set<Integer> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        Set<List<Integer>> cells = new HashSet<>();
        int graphs = 0;
        for (JsonNode panel : dashboard.get("panels")) {
            String title = panel.get("title").textValue();
            assertTrue(ids.add(panel.get("id").intValue()), title);
            assertTrue(titles.add(title), title);
            for (List<Integer> cell : cells(panel.get("gridPos"))) {
                assertTrue(cells.add(cell) && cell.get(0) < COLUMNS, title + " lies on another or outside");
            }
            if (!panel.get("type").textValue().equals("row")) {
                graphs++;
                assertEquals("${datasource}", panel.at("/datasource/uid").textValue(), title);
                assertFalse(panel.at("/fieldConfig/defaults/unit").asText().isEmpty(), title);
                Set<String> references = new HashSet<>();
                for (JsonNode target : panel.get("targets")) {
                    assertTrue(references.add(target.get("refId").textValue()), title);
                    assertFalse(target.get("legendFormat").textValue().isEmpty(), title);
                }
                assertFalse(references.isEmpty(), title);
            }
        }
        assertTrue(graphs > 15, "there is something to see");
    }

    @Test
    void everyAlertSaysWhatToDoAndIsTested() throws Exception {
        String tests = Files.readString(MonitoringFiles.DOCKER.resolve("prometheus/alerts-test.yml"));
        Set<String> names = new HashSet<>();
        for (Map<String, Object> alert : MonitoringFiles.alerts()) {
            String name = (String) alert.get("alert");
            assertTrue(names.add(name), name);
            assertTrue(tests.contains("exp_samples") && tests.contains("alertname=\"" + name + "\"}', value: 1"), name);
            assertTrue(Set.of("page", "ticket").contains(texts(alert, "labels").get("severity")), name);
            assertEquals(
                    Set.of("summary", "action"), texts(alert, "annotations").keySet(), name);
        }
        assertTrue(names.size() > 8, names::toString);
    }

    @Test
    void prometheusReadsThePortThatFlinkReportsOn() throws Exception {
        Map<String, Object> settings =
                MonitoringFiles.yaml("prometheus/prometheus.yml").get(0);
        assertEquals(List.of("alerts.yml"), settings.get("rule_files"));
        String port = MonitoringFiles.composeSettings().get("metrics.reporter.prom.port");
        assertTrue(settings.get("scrape_configs").toString().contains("port=" + port), settings::toString);
    }

    private static List<List<Integer>> cells(JsonNode place) {
        List<List<Integer>> cells = new ArrayList<>();
        for (int x = 0; x < place.get("w").intValue(); x++) {
            for (int y = 0; y < place.get("h").intValue(); y++) {
                cells.add(List.of(place.get("x").intValue() + x, place.get("y").intValue() + y));
            }
        }
        return cells;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(Map<String, Object> alert, String key) {
        return MonitoringFiles.texts((Map<String, Object>) alert.get(key));
    }
}
