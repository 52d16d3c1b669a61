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

    /** The parser of records of so many bytes. */
    public static JsonTree parser(int maxBytes) {
        return new JsonTree(new PostingLimits(maxBytes, maxBytes));
    }

    /**
     * The fields of a record of UTF-8 bytes.
     *
     * @param what it is, such as "a review"
     * @throws UnusablePostingException where it is no JSON object
     */
    public static JsonFields of(JsonTree parser, byte[] json, String what) {
        JsonNode node = parser.parse(json);
        if (!node.isObject()) {
            throw new UnusablePostingException(RejectReason.WRONG_TYPE, what + " is one JSON object");
        }
        return new JsonFields(node);
    }

    /** A field's value; missing where it is not there. */
    public JsonNode value(String name) {
        return node.path(name);
    }

    /**
     * A field as text; null where it is not there or null.
     *
     * @throws UnusablePostingException where it is a list or an object
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
     * A field as a time; null where it is not there or null.
     *
     * @throws UnusablePostingException where it is none
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
