package org.lurewatch.trainer.train;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lurewatch.detection.phrases.Lexicon;
import org.lurewatch.detection.text.JarTable;
import org.lurewatch.detection.text.TextChain;

/**
 * Names of countries, of their languages and of large cities in the languages served, from Unicode's CLDR, and words for
 * nationalities, towns and regions from our own table, in the form of the lexicon: they are found only so that they can
 * be masked.
 */
public final class PlaceNames {
    private static final List<String> LANGUAGES = List.of(
            "am", "ar", "bn", "en", "es", "fil", "fr", "hi", "id", "ja", "km", "ko", "lo", "ms", "my", "ne", "pt", "ru",
            "sw", "th", "ur", "vi", "zh-Hans", "zh-Hant");

    /** Shorter Latin names are too often ordinary words; those of the table were looked at one by one. */
    private static final int SHORTEST_LATIN = 4;

    private static final String CLDR = "Unicode CLDR";
    private static final String TABLE = "own knowledge";

    private final SortedMap<String, String> sources = new TreeMap<>();

    private PlaceNames() {}

    /** Lines of a lexicon with every name once as a phrase of the signal {@code place}, sorted. */
    public static String lines() {
        PlaceNames names = new PlaceNames();
        LANGUAGES.forEach(names::addCldr);
        names.addTable();
        return names.sources.entrySet().stream()
                .map(name -> "place\tmul\t" + name.getKey() + "\tany\t" + name.getValue() + "\n")
                .collect(Collectors.joining("", Lexicon.HEADER + "\n", ""));
    }

    private void addCldr(String tag) {
        ULocale locale = ULocale.forLanguageTag(tag);
        LocaleDisplayNames display = LocaleDisplayNames.getInstance(locale);
        for (String country : Locale.getISOCountries()) {
            String name = display.regionDisplayName(country);
            if (isName(name, country)) {
                PlaceForms.ofPlace(tag, name).forEach(form -> add(form, CLDR));
            }
        }
        for (String language : Locale.getISOLanguages()) {
            addPlain(display.languageDisplayName(language), language);
        }
        TimeZoneNames zones = TimeZoneNames.getInstance(locale);
        for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            addPlain(zones.getExemplarLocationName(zone), zone);
        }
    }

    private void addPlain(String name, String code) {
        if (isName(name, code)) {
            add(name, CLDR);
        }
    }

    private static boolean isName(String name, String code) {
        if (name == null || name.equals(code)) {
            return false;
        }
        String comparable = comparable(name);
        return comparable.length() >= SHORTEST_LATIN || !comparable.chars().allMatch(PlaceNames::isLatin);
    }

    private static boolean isLatin(int c) {
        return c < 0x250 || (c >= 0x1E00 && c < 0x1F00);
    }

    private void addTable() {
        String[] lines = table().split("\n");
        for (int i = 1; i < lines.length; i++) {
            String[] columns = lines[i].split("\t");
            for (String name : columns[2].split("\\|")) {
                switch (columns[0]) {
                    case "nationality" ->
                        PlaceForms.ofNationality(columns[1], name).forEach(form -> add(form, TABLE));
                    case "town" -> PlaceForms.ofPlace(columns[1], name).forEach(form -> add(form, TABLE));
                    case "ordinary" -> sources.remove(comparable(name));
                    default ->
                        throw new IllegalStateException(
                                "places.tsv, line " + (i + 1) + ": there is no kind of the name in column 1");
                }
            }
        }
    }

    private static String table() {
        return JarTable.text(PlaceNames.class, "places.tsv");
    }

    private void add(String name, String source) {
        String comparable = comparable(name);
        if (!comparable.isEmpty()) {
            sources.putIfAbsent(comparable, source);
        }
    }

    private static String comparable(String name) {
        return TextChain.comparable(name.replace('\t', ' ')).text().strip();
    }
}
