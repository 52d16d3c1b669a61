package org.lurewatch.web.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conditions of a query and what is bound in them. No text of a caller ever becomes part of the SQL. */
final class ViewConditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> bound = new LinkedHashMap<>();

    /** Adds one. @param condition our own SQL, in which {@code :name} stands for the value */
    void add(String condition, String name, Object value) {
        conditions.add(condition);
        bound.put(name, value);
    }

    /** Adds one without a value. */
    void add(String condition) {
        conditions.add(condition);
    }

    /** A column has one of some values, if there are any. */
    void oneOf(String column, Set<String> values) {
        if (!values.isEmpty()) {
            List<String> names = new ArrayList<>();
            for (String value : values) {
                names.add(bind(ViewKeys.column(value)));
            }
            conditions.add(column + " IN (" + String.join(", ", names) + ")");
        }
    }

    /** A column holds one of some languages, or a more precise tag of one. */
    void language(String column, Set<String> languages) {
        if (!languages.isEmpty()) {
            List<String> either = new ArrayList<>();
            for (String language : languages) {
                String tag = ViewKeys.column(language);
                either.add(column + " = " + bind(tag));
                either.add("substr(" + column + ", 1, " + (tag.codePointCount(0, tag.length()) + 1) + ") = "
                        + bind(tag + "-"));
            }
            conditions.add("(" + String.join(" OR ", either) + ")");
        }
    }

    /** A campaign has one of some traits, if there are any. */
    void trait(String kind, Set<String> values) {
        if (!values.isEmpty()) {
            conditions.add("key_hash IN (SELECT key_hash FROM campaign_trait WHERE " + oneOfTraits(Map.of(kind, values))
                    + ")");
        }
    }

    /** A row of the traits has one of some, if there are any. */
    void traits(Map<String, Set<String>> valuesByKind) {
        if (!valuesByKind.values().stream().allMatch(Set::isEmpty)) {
            conditions.add(oneOfTraits(valuesByKind));
        }
    }

    private String oneOfTraits(Map<String, Set<String>> valuesByKind) {
        List<String> names = new ArrayList<>();
        valuesByKind.forEach((kind, values) -> values.forEach(value -> names.add(bind(ViewKeys.trait(kind, value)))));
        return "trait_hash IN (" + String.join(", ", names) + ")";
    }

    /** What comes behind a place, in a list with the newest first. */
    void behind(String timeColumn, Optional<String> cursor) {
        if (cursor.isPresent()) {
            ViewCursor place = ViewCursor.of(cursor.get());
            conditions.add("(" + timeColumn + " < " + bind(place.millis()) + " OR (" + timeColumn + " = "
                    + bind(place.millis()) + " AND key_hash < " + bind(place.keyHash()) + "))");
        }
    }

    private String bind(Object value) {
        String name = "v" + bound.size();
        bound.put(name, value);
        return ":" + name;
    }

    /** The clause, with a space before it; empty where there is no condition. */
    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** Values by name. */
    Map<String, Object> bound() {
        return bound;
    }
}
