package org.lurewatch.intake.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A message as Telegram Desktop exports it: its text is a string, or a list of strings and of objects with a text. */
final class TelegramMessage {
    private TelegramMessage() {}

    static boolean isOne(ObjectNode node) {
        return node.has("id")
                && node.has("text")
                && (node.has("date") || node.has("date_unixtime"))
                && (node.has("text_entities") || node.has("from_id") || node.has("actor_id"))
                && (node.path("type").asText().equals("message")
                        || node.path("type").asText().equals("service"));
    }

    /**
     * The message under the names of a posting; empty if it says nothing, like those about members who join.
     *
     * @param ofOneChat whether all messages of the file are of one chat, so that their numbers tell them apart
     */
    static Optional<ObjectNode> fields(ObjectNode message, boolean ofOneChat) {
        String text = text(message.get("text")).strip();
        if (text.isEmpty() || message.path("type").asText().equals("service")) {
            return Optional.empty();
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        if (ofOneChat) {
            fields.put("identifier", message.get("id").asText());
        }
        fields.put("description", text);
        put(fields, "datePosted", message.path("date"));
        put(fields, "postedBy", message.path("from"));
        put(fields, "forwardedFrom", message.path("forwarded_from"));
        return Optional.of(fields);
    }

    private static void put(ObjectNode fields, String name, JsonNode value) {
        if (value.isTextual() && !value.textValue().isBlank()) {
            fields.put(name, value.textValue());
        }
    }

    private static String text(JsonNode node) {
        if (node.isArray()) {
            StringBuilder text = new StringBuilder();
            for (JsonNode part : node) {
                text.append(part.isObject() ? part.path("text").asText() : part.asText());
            }
            return text.toString();
        }
        return node.asText();
    }
}
