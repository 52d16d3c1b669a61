package org.lurewatch.trainer;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Names of countries, of their languages and of large cities in the languages served, from Unicode's CLDR, in the form
 * of the lexicon: they are found only so that they can be masked.
 */
final class PlaceNames {
    private static final List<String> LANGUAGES = List.of(
            "am", "ar", "bn", "en", "es", "fil", "fr", "hi", "id", "ja", "km", "ko", "lo", "ms", "my", "ne", "pt", "ru",
            "sw", "th", "ur", "vi", "zh-Hans", "zh-Hant");

    /** Shorter Latin names are too often ordinary words. */
    private static final int SHORTEST_LATIN = 4;

    private PlaceNames() {}

    /** Lines of a lexicon with every name as a phrase of the signal {@code place}, sorted. */
    static String lines() {
        SortedSet<String> lines = new TreeSet<>();
        for (String tag : LANGUAGES) {
            ULocale locale = ULocale.forLanguageTag(tag);
            LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
            for (String country : Locale.getISOCountries()) {
                add(tag, names.regionDisplayName(country), country, lines);
            }
            for (String language : Locale.getISOLanguages()) {
                add(tag, names.languageDisplayName(language), language, lines);
            }
            TimeZoneNames zones = TimeZoneNames.getInstance(locale);
            for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
                add(tag, zones.getExemplarLocationName(zone), zone, lines);
            }
        }
        return "signal\tlanguage\tphrase\tuse\tsources\n" + String.join("\n", lines) + "\n";
    }

    private static void add(String tag, String name, String code, SortedSet<String> lines) {
        if (name == null || name.equals(code) || name.isBlank() || isShortLatin(name)) {
            return;
        }
        lines.add("place\t" + tag + "\t" + name.replace('\t', ' ').strip() + "\tany\tUnicode CLDR");
    }

    private static boolean isShortLatin(String name) {
        return name.length() < SHORTEST_LATIN && name.chars().allMatch(c -> c < 0x250);
    }
}
