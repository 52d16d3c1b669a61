package org.lurewatch.intake.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what pages, tools and people write in place of JSON: line breaks and tabs in strings, trailing commas, comments,
 * single quotes, names without quotes, NaN, the words of Python, the calls of a Mongo shell.
 */
public final class LenientJson {
    /** Values that are missing, as other languages write them. */
    private static final Pattern WORDS_OF_OTHERS = Pattern.compile("None|undefined|NaN|nan|-?Infinity|-?inf|NaT");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(JsonTree.MAX_DEPTH)
                            .maxNameLength(1_000)
                            .maxNumberLength(1_000)
                            .build())
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private LenientJson() {}

    /** The parser behind it, for those that walk over a document token by token. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Whether this is one object, however it is written. */
    public static boolean isObject(String text) {
        return parse(text).filter(JsonNode::isObject).isPresent();
    }

    /** Parses one value; empty if it cannot be read, however kindly one looks at it. */
    public static Optional<JsonNode> parse(String text) {
        String value = trimmed(text);
        Optional<JsonNode> node = tree(value);
        return node.isPresent() ? node : tree(inJson(value));
    }

    private static Optional<JsonNode> tree(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && ",; \t\r\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end).strip();
    }

    /** Replaces the words and calls of other languages, outside strings. */
    public static String inJson(String text) {
        StringBuilder json = new StringBuilder(text.length());
        char quote = 0;
        int calls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                json.append(c);
                if (c == '\\' && i + 1 < text.length()) {
                    json.append(text.charAt(++i));
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                json.append(c);
            } else if (c == ')' && calls > 0) {
                calls--;
            } else if (Character.isLetter(c)
                    || (c == '-' && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1)))) {
                int end = i + 1;
                while (end < text.length()
                        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                    end++;
                }
                char behind = end < text.length() ? text.charAt(end) : 0;
                String word = text.substring(i, end);
                // The prefix of a Python string says nothing here, nor does "new" before a call.
                boolean silent = behind == '"' || behind == '\'' || word.equals("new");
                if (behind == '(') {
                    calls++;
                    end++;
                } else if (!silent) {
                    json.append(translated(word));
                }
                i = end - 1;
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }

    private static String translated(String word) {
        return switch (word) {
            case "True" -> "true";
            case "False" -> "false";
            default -> WORDS_OF_OTHERS.matcher(word).matches() ? "null" : word;
        };
    }
}
