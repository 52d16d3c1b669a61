package org.lurewatch.trainer.bench.place;

import java.util.Map;

/**
 * A place that a posting can be moved to.
 *
 * @param country ISO 3166 code
 * @param city its name by language tag
 */
public record Place(String country, Map<String, String> city) {
    private static final String FALLBACK = "en";

    public Place {
        city = Map.copyOf(city);
    }

    /** The city's name in a language, or in English. */
    String city(String language) {
        return city.getOrDefault(language, city.get(FALLBACK));
    }

    public String name() {
        return city.get(FALLBACK);
    }
}
