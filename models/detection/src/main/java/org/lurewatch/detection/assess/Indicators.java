package org.lurewatch.detection.assess;

import java.util.Map;
import java.util.stream.Collectors;
import org.lurewatch.detection.text.JarTable;

/** The published indicators that evidence rests on, and who published them. */
final class Indicators {
    private static final Map<String, String> SOURCES = load();

    private Indicators() {}

    /** Who published an indicator; the empty string where there is none of this id. */
    static String sourcesOf(String indicator) {
        return SOURCES.getOrDefault(indicator, "");
    }

    private static Map<String, String> load() {
        return JarTable.rows(Indicators.class, "indicators.tsv")
                .collect(Collectors.toUnmodifiableMap(columns -> columns[0], columns -> columns[2]));
    }
}
