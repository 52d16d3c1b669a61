package org.lurewatch.job.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.lookup.StringLookup;

/**
 * One level of the settings. A key becomes known when it is asked for; keys that nobody asked for are reported as
 * problems when the section is closed. Problems are collected, never thrown, and a value that has one is replaced by
 * the default.
 */
final class ConfigSection implements AutoCloseable {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|m|h|d)");

    private final String prefix;
    private final JsonNode node;
    private final StringSubstitutor substitutor;
    private final List<String> problems;
    private final Set<String> known = new TreeSet<>();

    private ConfigSection(String prefix, JsonNode node, StringSubstitutor substitutor, List<String> problems) {
        this.prefix = prefix;
        this.node = node;
        this.substitutor = substitutor;
        this.problems = problems;
    }

    static ConfigSection root(JsonNode tree, Map<String, String> environment, List<String> problems) {
        StringLookup lookup = environment::get;
        StringSubstitutor substitutor = new StringSubstitutor(lookup, "${", "}", '$')
                .setValueDelimiter(":")
                .setDisableSubstitutionInValues(true)
                .setEnableUndefinedVariableException(true);
        return new ConfigSection("", objectOrEmpty("the configuration", tree, problems), substitutor, problems);
    }

    ConfigSection section(String key) {
        known.add(key);
        String name = prefix + key;
        return new ConfigSection(name + ".", objectOrEmpty(name, node.path(key), problems), substitutor, problems);
    }

    /** A text; a blank one counts as absent, so that {@code ${NAME:}} can leave a key out. */
    Optional<String> text(String key) {
        known.add(key);
        return scalar(prefix + key, node.path(key)).filter(text -> !text.isBlank());
    }

    String text(String key, String defaultValue) {
        return text(key).orElse(defaultValue);
    }

    /** A text that has no default; the empty string stands in if it is missing. */
    String required(String key) {
        return needed(key, () -> text(key), "");
    }

    /** A path that has no default; the empty path stands in if it is missing. */
    Path requiredPath(String key) {
        return needed(key, () -> path(key), Path.of(""));
    }

    private <T> T needed(String key, Supplier<Optional<T>> reading, T standIn) {
        int problemsBefore = problems.size();
        Optional<T> value = reading.get();
        if (value.isEmpty() && problems.size() == problemsBefore) {
            problem(key, "is needed");
        }
        return value.orElse(standIn);
    }

    int integer(String key, int defaultValue, int min) {
        return value(key, defaultValue, "a whole number of at least " + min, text -> Optional.of(Integer.valueOf(text))
                .filter(number -> number >= min));
    }

    Optional<Integer> positive(String key) {
        return Optional.ofNullable(
                value(key, null, "a whole number of at least 1", text -> Optional.of(Integer.valueOf(text))
                        .filter(number -> number >= 1)));
    }

    Optional<Double> probability(String key) {
        return between(key, 0, 1);
    }

    Optional<Double> between(String key, int low, int high) {
        return Optional.ofNullable(value(
                key, null, "a number above " + low + " and below " + high, text -> Optional.of(Double.valueOf(text))
                        .filter(number -> number > low && number < high)));
    }

    double above(String key, double defaultValue, double limit) {
        return value(key, defaultValue, "a number above " + limit, text -> Optional.of(Double.valueOf(text))
                .filter(number -> number > limit && number < Double.POSITIVE_INFINITY));
    }

    Optional<Path> path(String key) {
        return Optional.ofNullable(value(key, null, "a path", text -> Optional.of(Path.of(text))));
    }

    boolean flag(String key, boolean defaultValue) {
        return value(key, defaultValue, "true or false", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    Duration duration(String key, Duration defaultValue, Duration min) {
        return value(
                key,
                defaultValue,
                "a time of at least " + min.toMillis() + "ms, such as 500ms, 10s or 15m",
                text -> parseDuration(text).filter(duration -> duration.compareTo(min) >= 0));
    }

    <E extends Enum<E>> E choice(String key, E defaultValue) {
        return choice(key, defaultValue.getDeclaringClass()).orElse(defaultValue);
    }

    <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        E[] values = type.getEnumConstants();
        String allowed = String.join(
                ", ", Arrays.stream(values).map(ConfigSection::spelling).toList());
        return Optional.ofNullable(value(key, null, "one of " + allowed, text -> Arrays.stream(values)
                .filter(value -> spelling(value).equals(text))
                .findFirst()));
    }

    /** The texts of a section whose keys the job does not know beforehand. */
    Map<String, String> texts(String key) {
        known.add(key);
        Map<String, String> texts = new LinkedHashMap<>();
        String name = prefix + key;
        objectOrEmpty(name, node.path(key), problems).properties().forEach(property -> scalar(
                        name + "." + property.getKey(), property.getValue())
                .ifPresent(text -> texts.put(property.getKey(), text)));
        return texts;
    }

    void problem(String key, String sentence) {
        problems.add(prefix + key + " " + sentence);
    }

    /** Reports every key that nobody asked for. */
    @Override
    public void close() {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                String question = Suggestion.closest(key, known)
                        .map(near -> "; did you mean " + prefix + near + "?")
                        .orElse("; known here: " + String.join(", ", known));
                problems.add(prefix + key + " is not a known key" + question);
            }
        });
    }

    private <T> T value(String key, T defaultValue, String expected, Function<String, Optional<T>> parser) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return defaultValue;
        }
        Optional<T> parsed;
        try {
            parsed = parser.apply(text.get().strip());
        } catch (IllegalArgumentException e) {
            parsed = Optional.empty();
        }
        if (parsed.isEmpty()) {
            problem(key, "must be " + expected + ", not \"" + text.get() + "\"");
        }
        return parsed.orElse(defaultValue);
    }

    private Optional<String> scalar(String name, JsonNode value) {
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            problems.add(name + " must be a single value");
            return Optional.empty();
        }
        try {
            return Optional.of(substitutor.replace(value.asText()));
        } catch (IllegalArgumentException e) {
            problems.add(
                    name + " uses an environment variable that is not set and has no default in " + value.asText());
            return Optional.empty();
        }
    }

    private static ObjectNode objectOrEmpty(String name, JsonNode value, List<String> problems) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        if (!isAbsent(value)) {
            problems.add(name + " must be a section with keys of its own");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String spelling(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Duration> parseDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    default -> Duration.ofMinutes(amount);
                });
    }
}
