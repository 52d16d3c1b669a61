package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * The one rule that turns a JSON value into text. Whatever its shape, all texts within are read, in their order: a lure
 * must not hide in an object.
 */
public final class JsonText {
    /** Nothing that people write is nested so deeply; what is, is not read. */
    private static final int MOST_LEVELS = 64;

    /** Properties that hold the text of a nested value, such as a PropertyValue, a Country or a credential. */
    private static final List<String> TEXT_PROPERTIES =
            List.of("@value", "value", "name", "text", "credentialCategory", "description", "url", "contentUrl", "@id");

    /** Where editors keep the pieces of one line: bold words and links stand apart from the words around them. */
    private static final Set<String> PIECES = Set.of("children", "content", "ops", "rich_text");

    private static final List<String> TEXT_OF_PIECE = List.of("text", "insert", "value", "plain_text");

    /** Properties that say what a value is, not what it says, as long as they hold a single code. */
    private static final Set<String> OF_STRUCTURE = Set.of(
            "type",
            "_type",
            "nodeType",
            "object",
            "kind",
            "id",
            "_id",
            "key",
            "_key",
            "style",
            "class",
            "className",
            "tag",
            "format",
            "version",
            "mode",
            "direction",
            "listItem",
            "lang",
            "language",
            "locale",
            "color",
            "termCode",
            "codeValue",
            "inDefinedTermSet",
            "inCodeSet",
            "propertyID",
            "sameAs",
            "image");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:#/-]{0,200}");

    private JsonText() {}

    /**
     * The text of a value: scalars as written, lists and objects by the texts within, joined by line breaks without
     * repetitions; empty if there is none. What tools write for a missing value is none.
     */
    public static String of(JsonNode value) {
        if (value.isValueNode()) {
            return scalar(value);
        }
        Set<String> lines = new LinkedHashSet<>();
        collect(value, MOST_LEVELS, lines);
        if (!lines.isEmpty()) {
            return String.join("\n", lines);
        }
        return value.isObject() ? ofNumber(value) : "";
    }

    /** The same for a value that is known by one property, a country or a logo: other properties only add to that. */
    public static String named(JsonNode value) {
        JsonNode one = only(value);
        if (one.isArray()) {
            Set<String> lines = new LinkedHashSet<>();
            one.forEach(each -> lines.add(named(each)));
            lines.remove("");
            return String.join("\n", lines);
        }
        if (one.isObject()) {
            for (String property : TEXT_PROPERTIES) {
                String text = one.has(property) && one.get(property).isValueNode() ? scalar(one.get(property)) : "";
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return of(one);
    }

    /** The only element of a list, however deep; any other value itself. */
    static JsonNode only(JsonNode value) {
        JsonNode one = value;
        while (one.isArray() && one.size() == 1) {
            one = one.get(0);
        }
        return one;
    }

    /** Whether a value holds anything: a text, a number or a truth value, not only its type. */
    static boolean holdsAnything(JsonNode value) {
        return holdsAnything(value, MOST_LEVELS);
    }

    private static boolean holdsAnything(JsonNode value, int levels) {
        if (value.isValueNode()) {
            return !scalar(value).isBlank();
        }
        if (levels == 0) {
            return true;
        }
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (holdsAnything(element, levels - 1)) {
                    return true;
                }
            }
            return false;
        }
        return value.properties().stream()
                .anyMatch(property ->
                        !property.getKey().startsWith("@") && holdsAnything(property.getValue(), levels - 1));
    }

    private static String scalar(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        String text = withoutSingleSurrogates(value.asText());
        return Placeholders.contain(text) ? "" : text;
    }

    /** Objects that hold a number where a text is expected. */
    private static String ofNumber(JsonNode object) {
        for (String property : TEXT_PROPERTIES) {
            if (object.path(property).isNumber() || (property.equals("@id") && object.has(property))) {
                return scalar(object.get(property));
            }
        }
        String months = scalar(object.path("monthsOfExperience"));
        return months.isEmpty() ? "" : months + " months";
    }

    private static void collect(JsonNode value, int levels, Set<String> lines) {
        if (levels == 0) {
            return;
        }
        if (value.isArray()) {
            for (JsonNode element : value) {
                if (element.isValueNode()) {
                    add(scalar(element), lines);
                } else {
                    collect(element, levels - 1, lines);
                }
            }
        } else {
            collectProperties(value, levels, lines);
        }
    }

    private static void collectProperties(JsonNode object, int levels, Set<String> lines) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (name.startsWith("@") && !name.equals("@value")) {
                continue;
            }
            if (value.isTextual()) {
                String text = scalar(value);
                add(OF_STRUCTURE.contains(name) && CODE.matcher(text).matches() ? "" : text, lines);
            } else if (value.isArray() && PIECES.contains(name)) {
                collectPieces(value, levels - 1, lines);
            } else if (value.isContainerNode()) {
                collectTexts(value, levels - 1, lines);
            }
        }
    }

    /** The texts within, where a number is no text: it stands for a size, a place or a count. */
    private static void collectTexts(JsonNode value, int levels, Set<String> lines) {
        boolean numbersOnly = value.isArray() && !value.isEmpty();
        for (JsonNode element : value) {
            numbersOnly &= element.isNumber() || element.isBoolean();
        }
        if (!numbersOnly) {
            collect(value, levels, lines);
        }
    }

    private static void collectPieces(JsonNode list, int levels, Set<String> lines) {
        List<String> names = new ArrayList<>();
        for (JsonNode piece : list) {
            nameOfPiece(piece).ifPresent(names::add);
        }
        if (names.size() < list.size()) {
            collect(list, levels, lines);
            return;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            line.append(withoutSingleSurrogates(list.get(i).get(names.get(i)).asText()));
        }
        add(line.toString(), lines);
        for (JsonNode piece : list) {
            // A link has its address beside its words.
            for (JsonNode rest : piece) {
                if (rest.isContainerNode()) {
                    collectTexts(rest, levels - 1, lines);
                }
            }
        }
    }

    private static Optional<String> nameOfPiece(JsonNode piece) {
        return TEXT_OF_PIECE.stream()
                .filter(name -> piece.path(name).isTextual())
                .findFirst();
    }

    private static void add(String text, Set<String> lines) {
        if (!text.isEmpty()) {
            lines.add(text);
        }
    }

    /** Makes the exception; the field's name comes from this project's code, never from the record. */
    public static UnusablePostingException wrongType(String fieldName, String expected) {
        return new UnusablePostingException(
                RejectReason.WRONG_TYPE, fieldName + " holds a value that is not " + expected);
    }

    static String withoutSingleSurrogates(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (repaired == null) {
                repaired = new StringBuilder(text);
            }
            repaired.setCharAt(i, '\uFFFD');
        }
        return repaired == null ? text : repaired.toString();
    }
}
