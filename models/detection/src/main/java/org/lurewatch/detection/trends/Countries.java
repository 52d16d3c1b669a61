package org.lurewatch.detection.trends;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The countries that postings are counted by: for counting alone, never for a score. */
public final class Countries {
    /** The value for anything that is not a country. */
    public static final String OTHER = "other";

    private static final int LONGEST_NAME = 60;

    /** The languages in which country names are recognised, besides codes. */
    private static final List<String> LANGUAGES = List.of(
            "en", "ar", "bn", "cs", "de", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "km", "ko", "lo", "ms", "my",
            "ne", "nl", "pl", "pt", "ro", "ru", "si", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", "zh",
            "zh-TW");

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The ISO 3166 code of a country given by its code or name, or {@link #OTHER}. */
    public static String counted(String country) {
        return country.length() > LONGEST_NAME ? OTHER : CODES.getOrDefault(comparable(country), OTHER);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codes.put(comparable(code), code);
            codes.put(comparable(country.getISO3Country()), code);
            for (String language : LANGUAGES) {
                // A code stands for its own country, whatever is called so elsewhere.
                codes.putIfAbsent(comparable(country.getDisplayCountry(Locale.forLanguageTag(language))), code);
            }
        }
        return Map.copyOf(codes);
    }

    private static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
