package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.PostingTimes;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/** The fields of a small record, one JSON object, as a person may type it. */
public final class JsonFields {
    private final JsonNode node;

    private JsonFields(JsonNode node) {
        this.node = node;
    }

    /** A parser for records of at most this many bytes. */
    public static JsonTree parser(int maxBytes) {
        return new JsonTree(new PostingLimits(maxBytes, maxBytes));
    }

    /**
     * Reads the fields of a record of UTF-8 bytes.
     *
     * @param what the record is, such as "a review"
     * @throws UnusablePostingException if it is not a JSON object
     */
    public static JsonFields of(JsonTree parser, byte[] json, String what) {
        JsonNode node = parser.parse(json);
        if (!node.isObject()) {
            throw new UnusablePostingException(RejectReason.WRONG_TYPE, what + " is one JSON object");
        }
        return new JsonFields(node);
    }

    /** A field's value; a missing node if the field is absent. */
    public JsonNode value(String name) {
        return node.path(name);
    }

    /**
     * A field as text; null if it is absent or null.
     *
     * @throws UnusablePostingException if it is a list or an object
     */
    public String text(String name) {
        JsonNode value = value(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new UnusablePostingException(RejectReason.WRONG_TYPE, name + " is no text");
        }
        return value.asText();
    }

    /**
     * A field as a time; null if it is absent or null.
     *
     * @throws UnusablePostingException if it is not a time
     */
    public Instant time(String name) {
        String text = text(name);
        return text == null
                ? null
                : PostingTimes.parse(text)
                        .orElseThrow(() ->
                                new UnusablePostingException(RejectReason.WRONG_TYPE, name + " is no date or time"));
    }
}
