package org.lurewatch.intake.columns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A table of a stranger, with content written for these tests. */
final class ForeignTable {
    static final List<String> TITLES = List.of(
            "Warehouse Assistant",
            "Junior Accountant",
            "Line Cook",
            "Frontend Developer",
            "School Nurse",
            "Delivery Driver",
            "Office Administrator",
            "Sales Executive");
    static final List<String> EMPLOYERS = List.of(
            "Example Freight Ltd",
            "Sample Books LLP",
            "The Corner Kitchen",
            "Demo Pixels Inc.",
            "Northfield School",
            "Example Couriers Ltd",
            "Sample Dental Group",
            "Fictional Motors Inc.");
    static final List<String> TEXTS = List.of(
            "You unload trailers, check deliveries against the order and keep the racking tidy. Early and late shifts in"
                    + " turn, five days a week.",
            "We need someone who posts invoices, reconciles the bank and helps with the month end. Part of the week can"
                    + " be worked from home.",
            "Our kitchen serves eighty covers a night. You prepare the starters, keep your section clean and learn the"
                    + " grill from the head chef.",
            "Build the pages that our customers use every day, write tests for them, and review what your colleagues"
                    + " write. We ship twice a week.",
            "Look after pupils who are unwell, keep their records and give first aid training to staff. Term time only,"
                    + " thirty hours a week.",
            "Deliver parcels in the north of the city with our electric van. You need a clean licence and a friendly way"
                    + " with people.",
            "Answer the telephone, book appointments, keep the stationery cupboard full, and see to it that the letters"
                    + " leave on time.",
            "Show visitors our cars, write offers and keep in touch with those who bought one. Basic pay and a share of"
                    + " each sale.");
    static final int ROWS = TITLES.size();

    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    ForeignTable with(String name, List<String> values) {
        columns.put(name, values);
        return this;
    }

    /** A column with a number in each value: {@code https://example.org/1}. */
    ForeignTable numbered(String name, String format) {
        List<String> values = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            values.add(String.format(format, 700 + 13 * row));
        }
        return with(name, values);
    }

    ForeignTable counting(String name) {
        List<String> values = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            values.add(String.valueOf(row));
        }
        return with(name, values);
    }

    ForeignTable shuffled(Random random) {
        List<String> names = new ArrayList<>(columns.keySet());
        Collections.shuffle(names, random);
        ForeignTable shuffled = new ForeignTable();
        names.forEach(name -> shuffled.with(name, columns.get(name)));
        return shuffled;
    }

    ForeignTable renamed(String from, String to) {
        ForeignTable renamed = new ForeignTable();
        columns.forEach((name, values) -> renamed.with(name.equals(from) ? to : name, values));
        return renamed;
    }

    List<ObjectNode> records() {
        List<ObjectNode> records = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, List<String>> column : columns.entrySet()) {
                record.put(
                        column.getKey(),
                        column.getValue().get(row % column.getValue().size()));
            }
            records.add(record);
        }
        return records;
    }

    Columns columns() {
        return ColumnChoice.of(records(), ColumnOverrides.NONE);
    }

    /** A table of all the common columns under plain names. */
    static ForeignTable plain() {
        return new ForeignTable()
                .counting("row")
                .with("title", TITLES)
                .with("company", EMPLOYERS)
                .with("location", List.of("Leeds, UK", "Austin, TX", "Dublin, Ireland"))
                .numbered("link", "https://example.org/jobs/%d")
                .with("posted", List.of("2024-03-01", "2024-03-02"))
                .with("text", TEXTS);
    }
}
