package org.lurewatch.detection.text;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The cities that CLDR names in many languages because a time zone is called after them. To name slots, never to score. */
public final class CityNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "am", "ar", "bn", "es", "fil", "fr", "hi", "id", "ja", "km", "ko", "lo", "ms", "my", "ne", "pt", "ru",
            "sw", "th", "ur", "vi", "zh", "zh_Hant");

    private CityNames() {}

    /** Whether a comparable text is the name of one of them. */
    public static boolean contains(String comparable) {
        return Known.NAMES.contains(comparable);
    }

    /** Read when first asked for. */
    private static final class Known {
        static final Set<String> NAMES = names();

        private static Set<String> names() {
            Set<String> names = new HashSet<>();
            Set<String> zones = TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null);
            for (String language : LANGUAGES) {
                TimeZoneNames cities = TimeZoneNames.getInstance(new ULocale(language));
                for (String zone : zones) {
                    String city = cities.getExemplarLocationName(zone);
                    if (city != null) {
                        names.add(TextChain.comparable(city).text());
                    }
                }
            }
            return Set.copyOf(names);
        }
    }
}
