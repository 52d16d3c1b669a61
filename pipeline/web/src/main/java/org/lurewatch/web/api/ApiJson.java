package org.lurewatch.web.api;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lurewatch.codec.json.TerminalSafeEscapes;

/** JSON as all lists are answered. What an advert says cannot deceive a terminal that prints it. */
final class ApiJson {
    static final String TYPE = "application/json";

    private static final JsonMapper MAPPER = new JsonMapper(
            new JsonFactoryBuilder().characterEscapes(new TerminalSafeEscapes()).build());

    private ApiJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String line(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /**
     * A part of a list.
     *
     * @param since since when the view knows
     * @param next cursor of what comes behind it
     */
    static String list(Optional<Instant> since, List<ObjectNode> items, Optional<String> next) {
        ObjectNode list = object();
        list.put("knowsSince", since.map(Instant::toString).orElse(null));
        array(list, "items", items);
        list.put("next", next.orElse(null));
        return line(list);
    }

    static void array(ObjectNode in, String name, List<ObjectNode> items) {
        ArrayNode array = in.putArray(name);
        items.forEach(array::add);
    }
}
