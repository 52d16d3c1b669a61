package org.lurewatch.intake.columns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lurewatch.intake.json.Placeholders;

/**
 * A record with its nested values under their paths, such as {@code company.name} or {@code locations[].city}. Fields
 * with a name of schema.org/JobPosting stay whole: their reader knows their shapes.
 */
final class FlatRecord {
    /** Fields of a posting that may hold objects and lists. */
    private static final Set<String> WHOLE = Set.of(
            "identifier",
            "title",
            "description",
            "hiringOrganization",
            "jobLocation",
            "baseSalary",
            "applicationContact",
            "datePosted",
            "validThrough",
            "applicantLocationRequirements",
            "experienceRequirements",
            "educationRequirements",
            "occupationalCategory",
            "employmentType",
            "inLanguage");

    private static final int DEEPEST = 6;
    private static final int MOST_PATHS = 400;

    private FlatRecord() {}

    /** The values of each path, in the order of the record; those that are only a placeholder are left out. */
    static Map<String, List<JsonNode>> of(ObjectNode record) {
        Map<String, List<JsonNode>> paths = new LinkedHashMap<>();
        record.properties().forEach(field -> {
            if (WHOLE.contains(field.getKey()) && field.getValue().isContainerNode()) {
                if (!text(field.getValue()).isEmpty()) {
                    paths.put(field.getKey(), List.of(field.getValue()));
                }
            } else {
                flatten(field.getKey(), field.getValue(), 1, paths);
            }
        });
        return paths;
    }

    private static void flatten(String path, JsonNode value, int depth, Map<String, List<JsonNode>> into) {
        if (depth > DEEPEST || (into.size() >= MOST_PATHS && !into.containsKey(path))) {
            return;
        }
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> flatten(path + "." + field.getKey(), field.getValue(), depth + 1, into));
        } else if (value.isArray()) {
            boolean ofObjects = !value.isEmpty() && value.get(0).isObject();
            value.forEach(item -> flatten(ofObjects ? path + "[]" : path, item, depth + 1, into));
        } else if (!isMissing(value)) {
            into.computeIfAbsent(path, added -> new ArrayList<>()).add(value);
        }
    }

    private static boolean isMissing(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && Placeholders.fillCell(value.textValue()));
    }

    /** All text of values, a line each. */
    static String text(List<JsonNode> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> append(value, text, 0));
        return text.toString();
    }

    private static String text(JsonNode value) {
        return text(List.of(value));
    }

    private static void append(JsonNode value, StringBuilder text, int depth) {
        if (value.isObject() && depth < DEEPEST) {
            value.properties().stream()
                    .filter(field -> !field.getKey().startsWith("@"))
                    .forEach(field -> append(field.getValue(), text, depth + 1));
        } else if (value.isArray() && depth < DEEPEST) {
            value.forEach(inner -> append(inner, text, depth + 1));
        } else if (value.isValueNode() && !isMissing(value)) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(value.asText());
        }
    }
}
