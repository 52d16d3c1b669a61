package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.intake.json.JsonLdNames;

/** Finds what is a posting in JSON-LD and in the wrappers of common programs. */
final class JobPostingNodes {
    private static final int MAX_DEPTH = 32;
    private static final int LONGEST_SIDE_FIELD = 60;

    /** Names under which programs put the whole record, beside its number or score. */
    private static final Set<String> WRAPPERS = Set.of(
            "_source",
            "_doc",
            "node",
            "item",
            "data",
            "attributes",
            "fields",
            "properties",
            "job",
            "doc",
            "document",
            "record",
            "row",
            "MatchedObjectDescriptor");

    private static final List<String> BESIDE_WRAPPERS = List.of("id", "_id", "links", "url", "link");

    private static final List<String> TYPES = List.of("@type", "type", "schema:type", "rdf:type");

    private JobPostingNodes() {}

    /** Whether a node says that it is a JobPosting. */
    static boolean isPosting(JsonNode node) {
        return TYPES.stream().anyMatch(name -> JsonLdNames.namesJobPosting(node.path(name)));
    }

    /** Whether a node says that it is something else. */
    static boolean isSomethingElse(JsonNode node) {
        return node.has("@type") && !isPosting(node);
    }

    /** Takes the wrapper off a record: that of a search engine, of a list item, of a page around its posting. */
    static ObjectNode unwrapped(ObjectNode record) {
        if (record.path("posting").isObject()) {
            // A labelled example of ours: its label stands beside the posting.
            return record;
        }
        ObjectNode node = record;
        for (int depth = 0; depth < 4; depth++) {
            ObjectNode outer = node;
            Optional<ObjectNode> inner =
                    isPosting(outer) ? extracted(outer) : within(outer).or(() -> wrapped(outer));
            if (inner.isEmpty()) {
                return node;
            }
            node = inner.get();
        }
        return node;
    }

    /** The microdata that the extractor "extruct" writes: {@code {"type": ..., "properties": {...}}}. */
    private static Optional<ObjectNode> extracted(ObjectNode node) {
        if (node.path("properties") instanceof ObjectNode properties && !node.has("@type")) {
            properties.put("@type", "JobPosting");
            return Optional.of(properties);
        }
        return Optional.empty();
    }

    /** A posting that is the value of a field, like {@code mainEntity}. */
    private static Optional<ObjectNode> within(ObjectNode node) {
        return node.properties().stream()
                .map(Map.Entry::getValue)
                .filter(value -> value.isObject() && isPosting(value))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    private static Optional<ObjectNode> wrapped(ObjectNode node) {
        ObjectNode inner = null;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (WRAPPERS.contains(field.getKey()) && value.isObject() && value.size() > 1 && inner == null) {
                inner = (ObjectNode) value;
            } else if (value.isTextual() && value.textValue().length() > LONGEST_SIDE_FIELD) {
                return Optional.empty();
            }
        }
        if (inner != null) {
            keepName(node, inner);
        }
        return Optional.ofNullable(inner);
    }

    /** What names a record often stands beside what it says, as in JSON:API. */
    private static void keepName(ObjectNode outer, ObjectNode inner) {
        for (String name : BESIDE_WRAPPERS) {
            if (outer.hasNonNull(name) && !inner.has(name) && outer.get(name) != inner) {
                inner.set(name, outer.get(name));
            }
        }
    }

    /** All postings in a JSON-LD document, with what they refer to by {@code @id} put in its place. */
    static List<ObjectNode> allIn(JsonNode document) {
        Map<String, ObjectNode> byId = new HashMap<>();
        List<ObjectNode> postings = new ArrayList<>();
        collect(document, 0, postings, byId);
        for (ObjectNode posting : postings) {
            for (Map.Entry<String, JsonNode> field : posting.properties()) {
                JsonNode value = field.getValue();
                ObjectNode meant = byId.get(value.path("@id").asText());
                if (value.isObject() && value.size() == 1 && meant != null && meant != posting) {
                    field.setValue(meant);
                }
            }
        }
        return postings;
    }

    private static void collect(JsonNode node, int depth, List<ObjectNode> postings, Map<String, ObjectNode> byId) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (node instanceof ObjectNode object) {
            if (object.size() > 1 && object.path("@id").isTextual()) {
                byId.putIfAbsent(object.get("@id").textValue(), object);
            }
            if (isPosting(object)) {
                postings.add(object);
                return;
            }
        }
        for (JsonNode child : node) {
            collect(child, depth + 1, postings, byId);
        }
    }
}
