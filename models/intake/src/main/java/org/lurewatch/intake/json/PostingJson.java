package org.lurewatch.intake.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.lurewatch.detection.posting.JobPosting;

/** Writes a posting as one line of JSON with the names of schema.org, which {@link JsonPostingReader} reads back. */
public final class PostingJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PostingJson() {}

    /** The line, without a line break at the end. */
    public static String line(JobPosting posting) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("@type", "JobPosting");
        root.put("identifier", posting.identifier());
        if (!posting.source().isEmpty()) {
            root.put("source", posting.source());
        }
        posting.texts().forEach((field, text) -> put(root, field.wireName(), text));
        if (posting.datePosted() != null) {
            root.put("datePosted", posting.datePosted().toString());
        }
        if (posting.scrapedAt() != null) {
            root.put("scrapedAt", posting.scrapedAt().toString());
        }
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of texts cannot fail to be written", e);
        }
    }

    private static void put(ObjectNode object, String wireName, String text) {
        int dot = wireName.indexOf('.');
        if (dot < 0) {
            object.put(wireName, text);
        } else {
            put(object.withObjectProperty(wireName.substring(0, dot)), wireName.substring(dot + 1), text);
        }
    }
}
