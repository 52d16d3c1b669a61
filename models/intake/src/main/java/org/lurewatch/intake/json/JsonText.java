package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/** The one rule that turns a JSON value into text. */
public final class JsonText {
    /** Properties that hold the text of a nested value, such as a PropertyValue, a Country or a credential. */
    private static final List<String> TEXT_PROPERTIES =
            List.of("@value", "value", "name", "text", "credentialCategory", "description", "url", "contentUrl", "@id");

    private JsonText() {}

    /**
     * The text of a value: scalars as written, lists joined by line breaks without repetitions, nested values by the
     * property that holds their text; empty if there is none.
     */
    public static String of(String fieldName, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isValueNode()) {
            return withoutSingleSurrogates(value.asText());
        }
        if (value.isArray()) {
            Set<String> texts = new LinkedHashSet<>();
            for (JsonNode element : value) {
                texts.add(of(fieldName, element));
            }
            texts.remove("");
            return String.join("\n", texts);
        }
        return ofNested(fieldName, value);
    }

    private static String ofNested(String fieldName, JsonNode value) {
        for (String property : TEXT_PROPERTIES) {
            if (value.hasNonNull(property)) {
                return of(fieldName, value.get(property));
            }
        }
        if (value.hasNonNull("monthsOfExperience")) {
            return of(fieldName, value.get("monthsOfExperience")) + " months";
        }
        if (saysNothing(value)) {
            return "";
        }
        throw wrongType(fieldName, "text");
    }

    /** Whether an object has at most a type: scrapers leave such a shell when they lose the content. */
    private static boolean saysNothing(JsonNode object) {
        return object.properties().stream()
                .allMatch(property ->
                        property.getKey().startsWith("@") || property.getValue().isNull());
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
