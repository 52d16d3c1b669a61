package org.lurewatch.trainer.bench.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingField.Kind;
import org.lurewatch.trainer.bench.subject.PostingTexts;
import org.lurewatch.trainer.bench.subject.Seeds;
import org.lurewatch.trainer.bench.subject.Subject;
import org.lurewatch.trainer.bench.subject.TextUnits;

/**
 * Moves postings: every country of a posting becomes another one throughout, with its cities and its nationality, in
 * the language in which each was named. A posting that names no place gets one.
 */
public final class PlaceSwap {
    private static final Set<Kind> SPOKEN = Set.of(Kind.PROSE, Kind.LABEL, Kind.NAME, Kind.PLACE);
    private static final int SHORTEST_SPACED = 4;
    private static final int SHORTEST_UNSPACED = 2;
    private static final String ENGLISH = "en";

    /** How a place is added to a title or a text, by language. */
    private static final Map<String, String> INSERTIONS = Map.ofEntries(
            Map.entry("en", " in %s"),
            Map.entry("fr", " \u00e0 %s"),
            Map.entry("es", " en %s"),
            Map.entry("pt", " em %s"),
            Map.entry("id", " di %s"),
            Map.entry("ms", " di %s"),
            Map.entry("fil", " sa %s"),
            Map.entry("vi", " t\u1ea1i %s"),
            Map.entry("th", " \u0e17\u0e35\u0e48%s"),
            Map.entry("zh", "\uff08%s\uff09"),
            Map.entry("ja", "\uff08%s\uff09"));

    private final Gazetteer gazetteer;
    private final Map<List<String>, PlaceText> finders = new ConcurrentHashMap<>();

    public PlaceSwap(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * A posting that was moved to another place.
     *
     * @param place where its first country was moved to
     * @param posting the posting as it reads there
     */
    public record Moved(Place place, JobPosting posting) {}

    /** The posting in so many places, drawn by the seed; with a place added where it names none. */
    public List<Moved> moved(Subject subject, int count, long seed) {
        List<Place> places = shuffled(subject, seed);
        PlaceText finder = finder(subject);
        List<String> countries = countries(subject, finder);
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; moved.size() < count && i < places.size(); i++) {
            Place place = places.get(i);
            if (countries.isEmpty()) {
                moved.add(new Moved(place, inserted(subject, place)));
            } else if (!countries.get(0).equals(place.country())) {
                moved.add(new Moved(place, swapped(subject, finder, mapping(countries, places, i))));
            }
        }
        return moved;
    }

    /** Whether the posting names a place anywhere. */
    public boolean namesPlace(Subject subject) {
        return !countries(subject, finder(subject)).isEmpty();
    }

    private List<Place> shuffled(Subject subject, long seed) {
        List<Place> places = new ArrayList<>(gazetteer.places());
        Collections.shuffle(
                places, new Random(Seeds.of(seed, subject.posting(), "places").nextLong()));
        return places;
    }

    /** Each country's new place: the first one's at this index, the next ones' behind it. */
    private static Map<String, Place> mapping(List<String> countries, List<Place> places, int first) {
        Map<String, Place> mapping = new HashMap<>();
        for (int k = 0; k < countries.size(); k++) {
            mapping.put(countries.get(k), places.get((first + k) % places.size()));
        }
        return mapping;
    }

    /** The countries that a posting names, itself or by a city or a nationality, its own first. */
    private static List<String> countries(Subject subject, PlaceText finder) {
        Set<String> countries = new LinkedHashSet<>();
        subject.posting().texts().forEach((field, text) -> {
            if (field.kind() == Kind.PLACE) {
                countries.add(ownCountry(subject));
            }
        });
        subject.posting().texts().forEach((field, text) -> {
            if (SPOKEN.contains(field.kind())) {
                finder.walk(text, (name, mention) -> countries.add(mention.country()), (from, to) -> {});
            }
        });
        return List.copyOf(countries);
    }

    private static String ownCountry(Subject subject) {
        return subject.posting().text(PostingField.ADDRESS_COUNTRY).orElse("");
    }

    private JobPosting swapped(Subject subject, PlaceText finder, Map<String, Place> mapping) {
        Map<PostingField, String> texts = PostingTexts.copy(subject.posting());
        texts.replaceAll((field, text) -> {
            if (field.kind() == Kind.PLACE) {
                return placeField(field, text, mapping.get(ownCountry(subject)));
            }
            return SPOKEN.contains(field.kind()) ? swapped(text, finder, mapping) : text;
        });
        return subject.posting().withTexts(texts);
    }

    private String placeField(PostingField field, String text, Place place) {
        if (field == PostingField.ADDRESS_COUNTRY || field == PostingField.APPLICANT_LOCATION) {
            return text.length() == 2 ? place.country() : gazetteer.country(place.country(), ENGLISH);
        }
        return place.name();
    }

    private String swapped(String text, PlaceText finder, Map<String, Place> mapping) {
        StringBuilder out = new StringBuilder(text.length());
        finder.walk(
                text,
                (name, mention) -> out.append(translated(name, mention, mapping.get(mention.country()))),
                (from, to) -> out.append(text, from, to));
        return out.toString();
    }

    private String translated(String name, PlaceMention mention, Place to) {
        String language = mention.language();
        String other =
                switch (mention.kind()) {
                    case CITY -> to.city(language);
                    case COUNTRY -> gazetteer.country(to.country(), language);
                    case NATIONALITY ->
                        gazetteer
                                .nationality(to.country(), language, mention.form())
                                .orElse(name);
                };
        return mention.capitals() ? other.toUpperCase(Locale.ROOT) : other;
    }

    private static JobPosting inserted(Subject subject, Place place) {
        JobPosting posting = subject.posting();
        PostingField field =
                posting.text(PostingField.TITLE).isPresent() ? PostingField.TITLE : PostingField.DESCRIPTION;
        String phrase = String.format(
                INSERTIONS.getOrDefault(subject.language(), " (%s)"),
                place.city(languages(subject).get(0)));
        return PostingTexts.with(posting, field, posting.text(field).orElse("") + phrase);
    }

    /** The posting's language first, then English; both scripts of Chinese. */
    private static List<String> languages(Subject subject) {
        return switch (subject.language()) {
            case "", ENGLISH -> List.of(ENGLISH);
            case "zh" ->
                subject.languageTag().contains("Hant")
                        ? List.of("zh-Hant", "zh-Hans", ENGLISH)
                        : List.of("zh-Hans", "zh-Hant", ENGLISH);
            default -> List.of(subject.language(), ENGLISH);
        };
    }

    /** Finds names in the posting's language and in English, and those that its own place fields give. */
    private PlaceText finder(Subject subject) {
        List<String> languages = languages(subject);
        return finders.computeIfAbsent(languages, all -> new PlaceText(names(all)))
                .with(ownNames(subject));
    }

    private Map<String, PlaceMention> names(List<String> languages) {
        Map<String, PlaceMention> names = new HashMap<>();
        languages.forEach(language -> gazetteer.names(language).forEach(names::putIfAbsent));
        return names;
    }

    /** What the posting's fields say of its town and region, which no list may know. */
    private static Map<String, PlaceMention> ownNames(Subject subject) {
        Map<String, PlaceMention> names = new HashMap<>();
        for (PostingField field : List.of(PostingField.ADDRESS_LOCALITY, PostingField.ADDRESS_REGION)) {
            for (String part : subject.posting().text(field).orElse("").split("[,;/|()_-]")) {
                String name = part.strip();
                boolean unspaced = !name.isEmpty() && TextUnits.isUnspaced(name.codePointAt(0));
                if (name.length() >= (unspaced ? SHORTEST_UNSPACED : SHORTEST_SPACED)
                        && (unspaced || Character.isUpperCase(name.charAt(0)))) {
                    String language = unspaced ? languages(subject).get(0) : ENGLISH;
                    names.put(name, new PlaceMention(PlaceMention.Kind.CITY, ownCountry(subject), language, 0, false));
                }
            }
        }
        return names;
    }
}
