package org.lurewatch.intake.json;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the records of a JSON document lie: the names on the way to them, with {@code []} for each item of a list and
 * {@code *} for each value of an object, for example {@code channels[].posts[]}.
 */
public final class RecordPath {
    /** The document itself is the record. */
    public static final RecordPath ROOT = new RecordPath(List.of());

    private static final String ITEMS = "[]";
    private static final String ANY = "*";
    private static final int MAX_STEPS = 16;

    private final List<String> steps;

    private RecordPath(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * Reads a path as a person types it. The brackets behind the last name may be left out.
     *
     * @throws IllegalArgumentException if it has no name, or too many
     */
    public static RecordPath of(String text) {
        List<String> steps = new ArrayList<>();
        for (String part : text.strip().replace("$", "").split("\\.")) {
            String name = part;
            int lists = 0;
            while (name.endsWith(ITEMS)) {
                name = name.substring(0, name.length() - ITEMS.length());
                lists++;
            }
            if (!name.isEmpty()) {
                steps.add(name);
            }
            for (int i = 0; i < lists; i++) {
                steps.add(ITEMS);
            }
        }
        if (steps.isEmpty() || steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("a path has 1 to " + MAX_STEPS + " names, like result.jobs");
        }
        if (!steps.get(steps.size() - 1).equals(ITEMS)
                && !steps.get(steps.size() - 1).equals(ANY)) {
            steps.add(ITEMS);
        }
        return new RecordPath(steps);
    }

    /** The items of the list that this path leads to. */
    public RecordPath items() {
        return with(ITEMS);
    }

    /** Every value of the object that this path leads to. */
    public RecordPath anyName() {
        return with(ANY);
    }

    /** The value under this name. */
    public RecordPath name(String name) {
        return with(name);
    }

    private RecordPath with(String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return new RecordPath(longer);
    }

    /** Whether this path goes on where the other ends. */
    public boolean isBelow(RecordPath other) {
        return steps.size() > other.steps.size()
                && steps.subList(0, other.steps.size()).equals(other.steps);
    }

    /** Whether the way is at its end. */
    boolean isEnd() {
        return steps.isEmpty();
    }

    boolean entersList() {
        return !isEnd() && steps.get(0).equals(ITEMS);
    }

    /** Whether the way goes on under this name. */
    boolean enters(String name) {
        return !isEnd()
                && !entersList()
                && (steps.get(0).equals(ANY) || steps.get(0).equals(name));
    }

    /** The rest of the way. */
    RecordPath rest() {
        return new RecordPath(steps.subList(1, steps.size()));
    }

    /** How many steps the way has. */
    public int length() {
        return steps.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordPath path && path.steps.equals(steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    /** The path as a person types it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String step : steps) {
            text.append(text.length() == 0 || step.equals(ITEMS) ? "" : ".").append(step);
        }
        return text.toString();
    }
}
