package org.lurewatch.intake.postings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.JsonPostingReader;
import org.lurewatch.intake.json.JsonTree;

/**
 * Reads a posting that comes by itself, as programs send it: one object of strict JSON under the names of schema.org. To
 * look at it as at a file takes ten times as long. What could be anything else is left to {@link PostingFiles}, which
 * reads all that is read here in the same way. Safe to share between threads. See RATIONALE.md, "A posting that comes by
 * itself is not looked at as a file".
 */
public final class LonePosting {
    private static final String PLACE = "line 1";
    private static final List<String> TYPES = List.of("@type", "type", "schema:type", "rdf:type");

    private final JsonTree tree;
    private final JsonPostingReader reader;

    public LonePosting(PostingLimits limits) {
        this.tree = new JsonTree(limits);
        this.reader = new JsonPostingReader(limits);
    }

    /**
     * The posting, or why it cannot be used; empty where the bytes could be anything else.
     *
     * @param name what the file would be called
     */
    public Optional<PostingRecord> read(String name, byte[] json) {
        if (json.length == 0 || json[0] != '{') {
            return Optional.empty();
        }
        JsonNode node;
        try {
            node = tree.parse(json);
        } catch (UnusablePostingException e) {
            return Optional.empty();
        }
        if (!(node instanceof ObjectNode fields) || !isPlain(fields)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PostingRecord.ofPosting(name, PLACE, reader.posting(fields)));
        } catch (UnusablePostingException e) {
            return Optional.of(PostingRecord.unusable(name, PLACE, e, Optional.empty()));
        }
    }

    /** Whether nobody could take it for a list, a table or the wrapper of something else. */
    private static boolean isPlain(ObjectNode fields) {
        boolean named = fields.hasNonNull("identifier") || !fields.path("url").isTextual();
        return named
                && (fields.path("title").isTextual()
                        || fields.path("description").isTextual())
                && (!fields.has("@type") || fields.path("@type").asText().equals("JobPosting"))
                && !fields.has("@graph")
                && KnownForms.isPosting(fields)
                && holdsNoRecords(fields);
    }

    private static boolean holdsNoRecords(ObjectNode fields) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode value = field.getValue();
            if (value.isObject()
                    ? TYPES.stream().anyMatch(value::has) || holdsContainers(value)
                    : holdsContainers(value)) {
                return false;
            }
        }
        return true;
    }

    /** Whether lists stand below it, or objects in a list. */
    private static boolean holdsContainers(JsonNode value) {
        for (JsonNode child : value) {
            if (child.isArray() || (value.isArray() && child.isObject()) || holdsContainers(child)) {
                return true;
            }
        }
        return false;
    }
}
