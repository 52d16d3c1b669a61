package org.lurewatch.intake.json;

import java.util.List;

/**
 * How a file of JSON is laid out.
 *
 * @param lines whether a line break always ends a record
 * @param breaksInStrings whether line breaks stand unescaped in strings, as pages and tools write them
 * @param tolerant whether comments, single quotes, and what a page puts around its JSON ({@code callback(...);}) are
 *     allowed
 * @param paths where the records lie; empty: each value is a record, but of a list and of a JSON-LD {@code @graph} each
 *     item
 */
public record JsonLayout(boolean lines, boolean breaksInStrings, boolean tolerant, List<RecordPath> paths) {
    public JsonLayout {
        paths = List.copyOf(paths);
    }

    static JsonLayout strict(boolean lines) {
        return new JsonLayout(lines, false, false, List.of());
    }
}
