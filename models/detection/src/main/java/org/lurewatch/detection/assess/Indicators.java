package org.lurewatch.detection.assess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The published indicators that evidence rests on, and who published them. */
final class Indicators {
    private static final Map<String, String> SOURCES = load();

    private Indicators() {}

    /** Who published an indicator; the empty string where there is none of this id. */
    static String sourcesOf(String indicator) {
        return SOURCES.getOrDefault(indicator, "");
    }

    private static Map<String, String> load() {
        try (InputStream in = Indicators.class.getResourceAsStream("indicators.tsv")) {
            Map<String, String> sources = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(columns -> sources.put(columns[0], columns[2]));
            return Map.copyOf(sources);
        } catch (IOException e) {
            throw new UncheckedIOException("indicators.tsv could not be read from the jar", e);
        }
    }
}
