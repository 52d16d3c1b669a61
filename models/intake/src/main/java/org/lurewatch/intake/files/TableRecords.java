package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Makes records of the rows of a table: finds its header, and gives every cell the name of its column. */
final class TableRecords {
    private static final int SAMPLED_ROWS = 100;

    /**
     * A row.
     *
     * @param place where a person finds it
     * @param cells the texts of its cells
     * @param problem what stands here instead of a row that can be read
     */
    record Row(String place, List<String> cells, Optional<FileEntry> problem) {
        boolean isBlank() {
            return problem.isEmpty() && cells.stream().allMatch(String::isBlank);
        }
    }

    /** The rows of a table, one by one. */
    interface Rows {
        Optional<Row> next() throws IOException;
    }

    private final Rows rows;
    private final Deque<Row> sampled = new ArrayDeque<>();
    private final TableHeader header;

    TableRecords(Rows rows) throws IOException {
        this.rows = rows;
        Optional<Row> row = rows.next();
        while (row.isPresent()) {
            if (!row.get().isBlank()) {
                sampled.add(row.get());
            }
            if (sampled.size() == SAMPLED_ROWS) {
                break;
            }
            row = rows.next();
        }
        List<List<String>> readable = sampled.stream()
                .filter(each -> each.problem().isEmpty())
                .map(Row::cells)
                .toList();
        this.header = TableHeader.of(readable);
        int above = header.rowsAbove();
        List<Row> kept = new ArrayList<>();
        for (Row each : sampled) {
            if (each.problem().isPresent() || above-- <= 0) {
                kept.add(each);
            }
        }
        sampled.clear();
        sampled.addAll(kept);
    }

    Optional<FileEntry> next() throws IOException {
        while (true) {
            Optional<Row> next = sampled.isEmpty() ? rows.next() : Optional.of(sampled.pop());
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Row row = next.get();
            if (row.problem().isPresent()) {
                return row.problem();
            }
            // Files that were appended to each other repeat their header.
            if (!row.isBlank() && !header.isRepeatedBy(row.cells())) {
                return Optional.of(new ForeignRecord(row.place(), fields(row.cells())));
            }
        }
    }

    private ObjectNode fields(List<String> cells) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            fields.put(header.name(i), cells.get(i));
        }
        return fields;
    }

    boolean hasNames() {
        return header.hasNames();
    }
}
