package org.lurewatch.trainer.bench.place;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lurewatch.trainer.bench.place.PlaceMention.Kind;
import org.lurewatch.trainer.bench.subject.TsvResource;

/**
 * What is known of places: countries and large cities by Unicode's CLDR, nationalities and the places to move postings
 * to by tables of the bench. It shares no list with what the classifier masks.
 */
public final class Gazetteer {
    private static final int SHORTEST_LATIN = 4;

    /** Names that are ordinary words in a language served, or at the head of an English sentence. */
    private static final Set<String> ORDINARY_WORDS = Set.of(
            "Lima", "Easter", "Midway", "Wake", "Center", "Casey", "Davis", "Troll", "Male", "Mali", "Menominee");

    private final List<Place> places;
    private final Map<String, Map<String, List<String>>> nationalities = new HashMap<>();
    private final Map<String, Map<String, PlaceMention>> names = new ConcurrentHashMap<>();

    public Gazetteer() {
        List<List<String>> rows = TsvResource.rows(Gazetteer.class, "cities.tsv");
        List<String> header = rows.get(0);
        List<Place> read = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> city = new HashMap<>();
            for (int i = 1; i < row.size(); i++) {
                city.put(header.get(i), row.get(i));
            }
            read.add(new Place(row.get(0), city));
        }
        places = List.copyOf(read);
        for (List<String> row : TsvResource.body(Gazetteer.class, "nationalities.tsv")) {
            nationalities
                    .computeIfAbsent(row.get(0), language -> new HashMap<>())
                    .put(row.get(1), List.of(row.get(2).split("\\|")));
        }
    }

    /** Places to move postings to, very different ones. */
    List<Place> places() {
        return places;
    }

    /** A country's name in a language, without what CLDR adds in brackets. */
    String country(String code, String language) {
        return LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language))
                .regionDisplayName(code)
                .replaceFirst("\\s*[(\uff08].*", "");
    }

    /** The form of a nationality's name, where the language's are known. */
    Optional<String> nationality(String country, String language, int form) {
        return Optional.ofNullable(
                        nationalities.getOrDefault(language, Map.of()).get(country))
                .map(forms -> forms.get(Math.min(form, forms.size() - 1)));
    }

    /** Every name known in a language, as it is written and in capitals. */
    Map<String, PlaceMention> names(String language) {
        return names.computeIfAbsent(language, this::read);
    }

    private Map<String, PlaceMention> read(String language) {
        Map<String, PlaceMention> found = new HashMap<>();
        for (Place place : places) {
            add(found, place.city(language), Kind.CITY, place.country(), language, 0);
        }
        for (String country : Locale.getISOCountries()) {
            add(found, country(country, language), Kind.COUNTRY, country, language, 0);
        }
        nationalities.getOrDefault(language, Map.of()).forEach((country, forms) -> {
            for (int form = 0; form < forms.size(); form++) {
                add(found, forms.get(form), Kind.NATIONALITY, country, language, form);
            }
        });
        TimeZoneNames zones = TimeZoneNames.getInstance(ULocale.forLanguageTag(language));
        for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            String city = zones.getExemplarLocationName(zone);
            if (city != null) {
                add(found, city, Kind.CITY, TimeZone.getRegion(zone), language, 0);
            }
        }
        return Map.copyOf(found);
    }

    private static void add(
            Map<String, PlaceMention> names, String name, Kind kind, String country, String language, int form) {
        boolean latin = name.chars().allMatch(c -> c < 0x250 || (c >= 0x1E00 && c < 0x1F00));
        if (name.length() < (latin ? SHORTEST_LATIN : 2) || ORDINARY_WORDS.contains(name)) {
            return;
        }
        names.putIfAbsent(name, new PlaceMention(kind, country, language, form, false));
        String capitals = name.toUpperCase(Locale.ROOT);
        if (!capitals.equals(name)) {
            names.putIfAbsent(capitals, new PlaceMention(kind, country, language, form, true));
        }
    }
}
