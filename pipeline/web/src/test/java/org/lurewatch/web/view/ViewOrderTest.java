package org.lurewatch.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lurewatch.web.view.TestingRecords.campaign;
import static org.lurewatch.web.view.TestingRecords.erased;
import static org.lurewatch.web.view.TestingRecords.read;
import static org.lurewatch.web.view.TestingRecords.review;
import static org.lurewatch.web.view.TestingRecords.trend;
import static org.lurewatch.web.view.TestingRecords.warning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However the partitions come in, cut into batches and read again, the same rows come of them. */
class ViewOrderTest {
    /** What lies at one place: kind, name, revision, minute. */
    private record Step(int kind, int name, int revision, int minute) {}

    @Property(tries = 40)
    void theRowsAreTheSame(@ForAll("steps") List<Step> steps, @ForAll long seed) throws Exception {
        Map<String, List<ViewRecord>> partitions = partitions(steps);
        List<ViewRecord> plain =
                partitions.values().stream().flatMap(List::stream).toList();

        assertEquals(rows(List.of(plain)), rows(shuffled(partitions, new Random(seed))));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 3))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /** What is about one thing is in one partition, as Kafka has it. */
    private static Map<String, List<ViewRecord>> partitions(List<Step> steps) {
        Map<String, List<ViewRecord>> partitions = new LinkedHashMap<>();
        for (Step step : steps) {
            int partition = step.name() % 2;
            String name = "n" + step.name();
            ViewTopic topic = ViewTopic.values()[step.kind() % 4];
            List<ViewRecord> of = partitions.computeIfAbsent(topic + "-" + partition, unused -> new ArrayList<>());
            long offset = of.size();
            of.add(
                    switch (step.kind()) {
                        case 0 -> read(partition, offset, warning(name, step.revision(), step.minute()));
                        case 1 -> read(partition, offset, campaign(name, step.revision(), step.minute()));
                        case 2 -> read(partition, offset, trend(name, 1, step.revision()));
                        case 3 -> read(partition, offset, review("r" + step.revision(), name, "ann", step.minute()));
                        case 4 -> erased(ViewTopic.WARNINGS, partition, offset, "board/" + name);
                        default -> erased(ViewTopic.CAMPAIGNS, partition, offset, name);
                    });
        }
        return partitions;
    }

    /** Batches that take from any partition, and now and then go back in one. */
    private static List<List<ViewRecord>> shuffled(Map<String, List<ViewRecord>> partitions, Random random) {
        Map<String, Integer> at = new HashMap<>();
        List<String> names = List.copyOf(partitions.keySet());
        List<List<ViewRecord>> batches = new ArrayList<>(List.of(new ArrayList<>()));
        Map<String, Integer> open = new HashMap<>();
        names.forEach(name -> open.put(name, partitions.get(name).size()));
        while (names.stream().anyMatch(name -> at.getOrDefault(name, 0) < open.get(name))) {
            String name = names.get(random.nextInt(names.size()));
            int next = at.getOrDefault(name, 0);
            if (next < open.get(name)) {
                batches.get(batches.size() - 1).add(partitions.get(name).get(next));
                at.put(name, next + 1);
            }
            if (random.nextInt(4) == 0) {
                batches.add(new ArrayList<>());
            }
            if (next > 0 && random.nextInt(6) == 0) {
                List<ViewRecord> again = partitions.get(name).subList(random.nextInt(next), next);
                batches.get(batches.size() - 1).addAll(again);
            }
        }
        return batches;
    }

    private static TreeSet<String> rows(List<List<ViewRecord>> batches) throws Exception {
        Path folder = Files.createTempDirectory("view");
        try {
            Path file = folder.resolve("view.db");
            try (ViewStore store = ViewStore.open(file)) {
                batches.forEach(store::apply);
            }
            return rows(file);
        } finally {
            delete(folder);
        }
    }

    private static TreeSet<String> rows(Path file) throws Exception {
        TreeSet<String> rows = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String table : List.of(
                    "warning", "warning_revision", "campaign", "campaign_trait", "trend", "review", "topic_offset")) {
                ResultSet row = connection.createStatement().executeQuery("SELECT * FROM " + table);
                while (row.next()) {
                    StringBuilder text = new StringBuilder(table);
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        if (!row.getMetaData().getColumnName(column).equals("sequence")) {
                            text.append('|').append(row.getString(column));
                        }
                    }
                    rows.add(text.toString());
                }
            }
        }
        return rows;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
