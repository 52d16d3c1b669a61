package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of schema.org in the spellings of JSON-LD: with a prefix, or as whole addresses. */
public final class JsonLdNames {
    private static final int MOST_LEVELS = 64;

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://(www\\.)?schema\\.org/?#?");
    private static final String JOB_POSTING = "JobPosting";

    private JsonLdNames() {}

    /** The same record under plain names; the record itself where its names are plain. A plain name comes first. */
    static JsonNode plain(JsonNode record) {
        Set<String> prefixes = prefixes(record.path("@context"));
        return isPlain(record, prefixes, MOST_LEVELS) ? record : renamed(record, prefixes, MOST_LEVELS);
    }

    /** Whether a node is typed as a JobPosting, among other types or alone. */
    static boolean isJobPosting(JsonNode node) {
        return namesJobPosting(node.path("@type"));
    }

    /** Whether a type, or one of several, is JobPosting. */
    public static boolean namesJobPosting(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (one.isTextual() && namesJobPosting(one.textValue())) {
                    return true;
                }
            }
            return false;
        }
        return namesJobPosting(type.asText());
    }

    /** Whether the name of a type is JobPosting: alone, with a prefix, or as an address of schema.org's. */
    public static boolean namesJobPosting(String name) {
        String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        int last = Math.max(bare.lastIndexOf('/'), Math.max(bare.lastIndexOf(':'), bare.lastIndexOf('#')));
        return bare.substring(last + 1).equalsIgnoreCase(JOB_POSTING);
    }

    private static Set<String> prefixes(JsonNode context) {
        Set<String> prefixes = new HashSet<>(Set.of("schema", "sdo"));
        for (JsonNode each : context.isArray()
                ? context
                : JsonNodeFactory.instance.arrayNode().add(context)) {
            for (Map.Entry<String, JsonNode> term : each.properties()) {
                if (ADDRESS.matcher(term.getValue().asText()).matches()) {
                    prefixes.add(term.getKey());
                }
            }
        }
        return prefixes;
    }

    private static boolean isPlain(JsonNode node, Set<String> prefixes, int levels) {
        if (levels == 0) {
            return true;
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!plainName(property.getKey(), prefixes).equals(property.getKey())) {
                return false;
            }
        }
        for (JsonNode child : node) {
            if (child.isContainerNode() && !isPlain(child, prefixes, levels - 1)) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode renamed(JsonNode node, Set<String> prefixes, int levels) {
        if (levels == 0 || node.isValueNode()) {
            return node;
        }
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> list.add(renamed(element, prefixes, levels - 1)));
            return list;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String name = plainName(property.getKey(), prefixes);
            if (name.equals(property.getKey()) || !node.has(name)) {
                object.set(name, renamed(property.getValue(), prefixes, levels - 1));
            }
        }
        return object;
    }

    private static String plainName(String name, Set<String> prefixes) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return name;
        }
        if (name.startsWith("//", colon + 1)) {
            int last = Math.max(name.lastIndexOf('/'), name.lastIndexOf('#'));
            boolean ofSchema = ADDRESS.matcher(name.substring(0, last + 1)).matches();
            return ofSchema && last + 1 < name.length() ? name.substring(last + 1) : name;
        }
        return prefixes.contains(name.substring(0, colon)) && colon + 1 < name.length()
                ? name.substring(colon + 1)
                : name;
    }
}
