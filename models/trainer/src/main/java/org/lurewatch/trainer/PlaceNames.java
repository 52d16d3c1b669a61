package org.lurewatch.trainer;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lurewatch.detection.phrases.Lexicon;
import org.lurewatch.detection.text.TextChain;

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

    /** Lines of a lexicon with every name once as a phrase of the signal {@code place}, sorted. */
    static String lines() {
        SortedSet<String> names = new TreeSet<>();
        for (String tag : LANGUAGES) {
            ULocale locale = ULocale.forLanguageTag(tag);
            LocaleDisplayNames display = LocaleDisplayNames.getInstance(locale);
            for (String country : Locale.getISOCountries()) {
                add(display.regionDisplayName(country), country, names);
            }
            for (String language : Locale.getISOLanguages()) {
                add(display.languageDisplayName(language), language, names);
            }
            TimeZoneNames zones = TimeZoneNames.getInstance(locale);
            for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
                add(zones.getExemplarLocationName(zone), zone, names);
            }
        }
        return names.stream()
                .map(name -> "place\tmul\t" + name + "\tany\tUnicode CLDR\n")
                .collect(Collectors.joining("", Lexicon.HEADER + "\n", ""));
    }

    private static void add(String name, String code, SortedSet<String> names) {
        if (name == null || name.equals(code)) {
            return;
        }
        String comparable = TextChain.comparable(name.replace('\t', ' ')).text().strip();
        boolean shortLatin =
                comparable.length() < SHORTEST_LATIN && comparable.chars().allMatch(c -> c < 0x250);
        if (!comparable.isEmpty() && !shortLatin) {
            names.add(comparable);
        }
    }
}
