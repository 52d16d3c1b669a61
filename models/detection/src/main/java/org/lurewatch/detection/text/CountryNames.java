package org.lurewatch.detection.text;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Countries by their ISO 3166 codes and by their names in many languages, as Unicode's CLDR has them. To compare what
 * parts of a posting say, never to score.
 */
public final class CountryNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "am", "ar", "az", "bg", "bn", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fil", "fr", "he", "hi",
            "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "km", "ko", "ky", "lo", "lt", "lv", "mn", "ms", "my", "nb",
            "ne", "nl", "pl", "pt", "ro", "ru", "si", "sk", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "uz", "vi",
            "zh", "zh_Hant");

    /** Short and everyday names that CLDR does not have. */
    private static final Map<String, String> EVERYDAY = Map.of(
            "UAE",
            "AE",
            "England",
            "GB",
            "Scotland",
            "GB",
            "Wales",
            "GB",
            "Great Britain",
            "GB",
            "Korea",
            "KR",
            "Holland",
            "NL",
            "Czech Republic",
            "CZ");

    private static final int LONGEST = 60;

    private CountryNames() {}

    /** Two-letter codes of the countries that go by this name or code; empty where it is none. */
    public static Set<String> regions(String written) {
        return written.length() > LONGEST ? Set.of() : Known.REGIONS.getOrDefault(key(written), Set.of());
    }

    private static String key(String name) {
        return TextChain.comparable(name).text().strip();
    }

    /** Read when first asked for. */
    private static final class Known {
        static final Map<String, Set<String>> REGIONS = regions();

        private static Map<String, Set<String>> regions() {
            Map<String, Set<String>> regions = new HashMap<>();
            for (String region : Locale.getISOCountries()) {
                add(regions, region, region);
                add(regions, threeLetters(region), region);
            }
            for (String language : LANGUAGES) {
                ULocale locale = new ULocale(language);
                addAll(regions, LocaleDisplayNames.getInstance(locale));
                addAll(regions, LocaleDisplayNames.getInstance(locale, DisplayContext.LENGTH_SHORT));
            }
            EVERYDAY.forEach((name, region) -> add(regions, name, region));
            regions.replaceAll((name, codes) -> Set.copyOf(codes));
            return Map.copyOf(regions);
        }

        private static void addAll(Map<String, Set<String>> regions, LocaleDisplayNames names) {
            for (String region : Locale.getISOCountries()) {
                add(regions, names.regionDisplayName(region), region);
            }
        }

        private static void add(Map<String, Set<String>> regions, String name, String region) {
            if (name != null && !name.isEmpty()) {
                regions.computeIfAbsent(key(name), unknown -> new TreeSet<>()).add(region);
            }
        }

        private static String threeLetters(String region) {
            try {
                return new Locale("", region).getISO3Country();
            } catch (MissingResourceException hasNone) {
                return "";
            }
        }
    }
}
