package org.lurewatch.intake.columns;

import static org.lurewatch.intake.columns.HeaderConcept.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lurewatch.intake.columns.HeaderWords.Word;

/**
 * What the name of a column says of what is in it.
 *
 * @param role what it holds; empty if nothing that is read
 * @param weight how surely, 0 to 1
 * @param known whether a word of the name is known at all
 */
record NameVote(Optional<ColumnRole> role, double weight, boolean known) {
    private static final NameVote UNKNOWN = new NameVote(Optional.empty(), 0, false);
    private static final NameVote NOTHING = new NameVote(Optional.empty(), 1, true);

    /** Levels of nested records that say nothing: {@code data.attributes.title} is a title. */
    private static final Set<String> WRAPPERS = Set.of(
            "data",
            "attributes",
            "fields",
            "source",
            "node",
            "properties",
            "acf",
            "result",
            "results",
            "item",
            "items",
            "content",
            "contents",
            "body",
            "response",
            "payload",
            "detail",
            "details",
            "info",
            "meta",
            "metadata",
            "hit",
            "hits",
            "document",
            "doc",
            "entry",
            "value",
            "header",
            "rendered",
            "view",
            "text");

    /** Words for the title of a text; other titles are names of positions. */
    private static final Set<String> HEADINGS = Set.of(
            "title",
            "titel",
            "titre",
            "titulo",
            "titolo",
            "subject",
            "heading",
            "headline",
            "rubrik",
            "otsikko",
            "tytul",
            "заголовок",
            "标题",
            "標題",
            "タイトル",
            "件名",
            "제목");

    /** Words between two others that put the main one first: {@code fecha de publicación}. */
    private static final Pattern MAIN_WORD_FIRST = Pattern.compile(
            "(?iU)(?:^|[\\s_-])(?:of|de|du|des|del|della|dello|da|do|das|dos|di|za|for|für|til|för)[\\s_-]");

    private static final Pattern ENDING_IN_TEXT = Pattern.compile("(?i)[_\\s-]te?xt$");

    private static final Map<HeaderConcept, ColumnRole> PLAIN = new EnumMap<>(Map.ofEntries(
            Map.entry(TITLE, ColumnRole.TITLE),
            Map.entry(TEXT, ColumnRole.TEXT),
            Map.entry(SUMMARY, ColumnRole.SUMMARY),
            Map.entry(DUTIES, ColumnRole.DUTIES),
            Map.entry(REQUIREMENTS, ColumnRole.REQUIREMENTS),
            Map.entry(SKILLS, ColumnRole.SKILLS),
            Map.entry(EXPERIENCE, ColumnRole.EXPERIENCE),
            Map.entry(EDUCATION, ColumnRole.EDUCATION),
            Map.entry(BENEFITS, ColumnRole.BENEFITS),
            Map.entry(CONDITIONS, ColumnRole.CONDITIONS),
            Map.entry(ABOUT, ColumnRole.ABOUT),
            Map.entry(EMPLOYER, ColumnRole.EMPLOYER),
            Map.entry(DEPARTMENT, ColumnRole.DEPARTMENT),
            Map.entry(AUTHOR, ColumnRole.AUTHOR),
            Map.entry(PLACE, ColumnRole.PLACE),
            Map.entry(ADDRESS, ColumnRole.PLACE),
            Map.entry(COUNTRY, ColumnRole.COUNTRY),
            Map.entry(REGION, ColumnRole.REGION),
            Map.entry(CITY, ColumnRole.CITY),
            Map.entry(REMOTE, ColumnRole.REMOTE),
            Map.entry(PAY, ColumnRole.PAY),
            Map.entry(CURRENCY, ColumnRole.CURRENCY),
            Map.entry(LANGUAGE, ColumnRole.LANGUAGE),
            Map.entry(PHONE, ColumnRole.PHONE),
            Map.entry(MAIL, ColumnRole.MAIL),
            Map.entry(CONTACT, ColumnRole.CONTACT),
            Map.entry(EMPLOYMENT, ColumnRole.EMPLOYMENT),
            Map.entry(INDUSTRY, ColumnRole.INDUSTRY),
            Map.entry(CATEGORY, ColumnRole.CATEGORY),
            Map.entry(SOURCE, ColumnRole.SOURCE),
            Map.entry(LABEL, ColumnRole.LABEL),
            Map.entry(SCAMTYPE, ColumnRole.SCAM_TYPE)));

    /** @param name the name of a column, or the path of a nested value, such as {@code locations[].city} */
    static NameVote of(String name) {
        HeaderWords.Reading reading = HeaderWords.BUILT_IN.read(unwrapped(name));
        List<Word> words = reading.words().stream()
                .filter(word -> word.concept() != JOB && word.concept() != NOISE)
                .toList();
        boolean ofJob = reading.words().stream().anyMatch(word -> word.concept() == JOB);
        if (words.isEmpty()) {
            return ofJob ? vote(ColumnRole.TITLE, 0.45) : UNKNOWN;
        }
        Set<HeaderConcept> concepts = EnumSet.noneOf(HeaderConcept.class);
        words.forEach(word -> concepts.add(word.concept()));
        boolean named = any(concepts, NAME, PLACE, LINK, DATE, PAY)
                || name.toLowerCase(Locale.ROOT).contains("name");
        if (concepts.contains(TEXT) && named && ENDING_IN_TEXT.matcher(name).find()) {
            // Tools that scrape call the text of any element so.
            concepts.remove(TEXT);
        }
        double weight = words.stream().mapToDouble(Word::weight).max().orElse(1) * (reading.unknown() ? 0.8 : 1);
        NameVote vote = technical(concepts, weight)
                .or(() -> pay(concepts, weight))
                .or(() -> employer(concepts, ofJob, weight))
                .or(() -> prose(concepts, ofJob, isHeading(name), weight))
                .or(() -> place(concepts, weight))
                .orElseGet(() -> main(words, concepts, name, ofJob, reading.unknown(), weight));
        // A plain name goes before one at the end of a path: location before offices[].location.
        long depth = name.chars().filter(c -> c == '.').count();
        return new NameVote(vote.role(), vote.weight() * (1 - 0.04 * Math.min(depth, 5)), vote.known());
    }

    /** Whether it is the title of something: a position has a description, a heading has none. */
    private static boolean isHeading(String name) {
        return HeaderWords.split(name).stream()
                .anyMatch(word -> HEADINGS.stream().anyMatch(word::endsWith));
    }

    private static String unwrapped(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.replace("[]", "").split("\\.");
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            String plain = String.join("", HeaderWords.split(segments[i]));
            if (last ? !plain.equals("rendered") || kept.isEmpty() : !WRAPPERS.contains(plain)) {
                kept.add(segments[i]);
            }
        }
        return String.join(" ", kept);
    }

    private static NameVote vote(ColumnRole role, double weight) {
        return new NameVote(Optional.of(role), weight, true);
    }

    private static Optional<NameVote> some(ColumnRole role, double weight) {
        return Optional.of(vote(role, weight));
    }

    private static Optional<NameVote> technical(Set<HeaderConcept> has, double weight) {
        if (has.contains(LOGO)) {
            return some(ColumnRole.EMPLOYER_LOGO, weight);
        }
        if (has.contains(MEASURE) && (has.contains(EXPERIENCE) || has.contains(PAY))) {
            return some(has.contains(PAY) ? ColumnRole.PAY : ColumnRole.EXPERIENCE, weight * 0.8);
        }
        if (any(has, MEASURE, IMAGE, PERSON, OTHER, ROW)) {
            return Optional.of(NOTHING);
        }
        if (has.contains(SCAMTYPE) || has.equals(Set.of(LABEL, TYPE))) {
            return some(ColumnRole.SCAM_TYPE, weight);
        }
        if (has.contains(LINK)) {
            return link(has, weight);
        }
        if (has.contains(SCRAPED)) {
            return some(ColumnRole.SCRAPED, weight);
        }
        if (has.contains(DEADLINE)) {
            return some(ColumnRole.DEADLINE, weight);
        }
        if (has.contains(DATE)) {
            return some(ColumnRole.DATE, weight);
        }
        if (has.contains(IDENTIFIER)) {
            boolean ofAdvert =
                    others(has, IDENTIFIER, NAME, TEXT, TITLE, SOURCE).isEmpty();
            return ofAdvert ? some(ColumnRole.IDENTIFIER, weight) : Optional.of(NOTHING);
        }
        if (any(has, MAIL, PHONE) && !any(has, TEXT, TITLE, LABEL)) {
            return some(has.contains(MAIL) ? ColumnRole.MAIL : ColumnRole.PHONE, weight);
        }
        return Optional.empty();
    }

    private static Optional<NameVote> link(Set<HeaderConcept> has, double weight) {
        if (has.contains(EMPLOYER)) {
            return some(ColumnRole.EMPLOYER_LINK, weight);
        }
        if (has.contains(APPLY)) {
            return some(ColumnRole.APPLY, weight);
        }
        return some(ColumnRole.LINK, others(has, LINK, TITLE, NAME, SOURCE).isEmpty() ? weight : weight * 0.6);
    }

    private static Optional<NameVote> pay(Set<HeaderConcept> has, double weight) {
        if (!any(has, PAY, AMOUNT)) {
            return others(has, MINIMUM, MAXIMUM).isEmpty() ? Optional.of(NOTHING) : Optional.empty();
        }
        if (any(has, SOURCE, LABEL)) {
            return Optional.of(NOTHING);
        }
        if (has.contains(MINIMUM) != has.contains(MAXIMUM)) {
            return some(has.contains(MINIMUM) ? ColumnRole.PAY_FROM : ColumnRole.PAY_TO, weight);
        }
        if (has.contains(CURRENCY)) {
            return some(ColumnRole.CURRENCY, weight);
        }
        if (any(has, PERIOD, TYPE)) {
            return some(ColumnRole.PAY_PERIOD, weight);
        }
        return some(ColumnRole.PAY, weight);
    }

    private static Optional<NameVote> employer(Set<HeaderConcept> has, boolean ofJob, double weight) {
        if (!has.contains(EMPLOYER)) {
            return Optional.empty();
        }
        if (any(has, TEXT, SUMMARY, ABOUT)) {
            return has.contains(TITLE) ? Optional.of(NOTHING) : some(ColumnRole.ABOUT, weight);
        }
        if (has.contains(SOURCE)) {
            return some(ColumnRole.EMPLOYER_LINK, weight);
        }
        if (has.contains(TYPE)) {
            return Optional.of(NOTHING);
        }
        if (has.contains(TITLE)) {
            return ofJob ? some(ColumnRole.TITLE, weight * 0.8) : some(ColumnRole.EMPLOYER, weight * 0.8);
        }
        Set<HeaderConcept> others = others(has, EMPLOYER, NAME);
        if (others.isEmpty()) {
            return some(ColumnRole.EMPLOYER, weight);
        }
        // A place of the employer stands back behind the place of the job.
        return any(has, PLACE, ADDRESS, COUNTRY, REGION, CITY) ? place(has, weight * 0.7) : Optional.empty();
    }

    private static Optional<NameVote> prose(Set<HeaderConcept> has, boolean ofJob, boolean heading, double weight) {
        for (HeaderConcept concept :
                List.of(EXPERIENCE, EDUCATION, SKILLS, REQUIREMENTS, DUTIES, BENEFITS, CONDITIONS)) {
            if (has.contains(concept)
                    && others(has, concept, REQUIREMENTS, TEXT, SUMMARY, NAME, TITLE)
                            .isEmpty()) {
                boolean first = concept == DUTIES && has.contains(TEXT);
                return heading ? Optional.of(NOTHING) : some(first ? ColumnRole.TEXT : PLAIN.get(concept), weight);
            }
        }
        if (has.contains(SUMMARY)) {
            return some(ColumnRole.SUMMARY, weight);
        }
        if (has.contains(ABOUT) && (ofJob || any(has, TITLE, TEXT))) {
            return some(ColumnRole.TEXT, weight * 0.9);
        }
        if (has.contains(TEXT) && others(has, TEXT, MAIL, PHONE, NAME, TITLE).isEmpty()) {
            return some(heading ? ColumnRole.TITLE : ColumnRole.TEXT, heading ? weight * 0.5 : weight);
        }
        if (has.contains(TITLE) && others(has, TITLE, MAIL, NAME).isEmpty()) {
            return some(ColumnRole.TITLE, weight);
        }
        return Optional.empty();
    }

    private static Optional<NameVote> place(Set<HeaderConcept> has, double weight) {
        if (any(has, DUTIES, REQUIREMENTS, BENEFITS, CONDITIONS, EMPLOYMENT, TYPE, INDUSTRY, LANGUAGE, TITLE)) {
            return Optional.empty();
        }
        for (HeaderConcept concept : List.of(COUNTRY, CITY, REGION, PLACE, ADDRESS)) {
            if (has.contains(concept)) {
                return some(PLAIN.get(concept), concept == ADDRESS ? weight * 0.9 : weight);
            }
        }
        return Optional.empty();
    }

    /** The last word decides, as in {@code company location}, or the first, as in {@code tipo de contrato}. */
    private static NameVote main(
            List<Word> words, Set<HeaderConcept> has, String name, boolean ofJob, boolean unknown, double weight) {
        if (has.equals(Set.of(TYPE)) && unknown) {
            return NOTHING;
        }
        if (others(has, NAME).isEmpty()) {
            return vote(ColumnRole.TITLE, ofJob ? weight : weight * 0.5);
        }
        if (has.equals(Set.of(TYPE)) || has.equals(Set.of(TYPE, TITLE)) || has.equals(Set.of(TYPE, EMPLOYMENT))) {
            return vote(ColumnRole.EMPLOYMENT, ofJob || has.size() > 1 ? weight : weight * 0.5);
        }
        if (has.equals(Set.of(APPLY))) {
            return vote(ColumnRole.APPLY, weight * 0.5);
        }
        if (has.equals(Set.of(PERIOD))) {
            return vote(ColumnRole.PAY_PERIOD, weight * 0.5);
        }
        boolean position = has.contains(TITLE)
                && !isHeading(name)
                && others(has, TITLE, NAME).size() > 0;
        List<HeaderConcept> candidates = words.stream()
                .map(Word::concept)
                .filter(concept -> PLAIN.containsKey(concept)
                        && (concept != LABEL || has.size() == 1)
                        && (concept != TITLE || !position))
                .toList();
        if (candidates.isEmpty()) {
            return NOTHING;
        }
        boolean first = MAIN_WORD_FIRST.matcher(name).find();
        HeaderConcept main = candidates.get(first ? 0 : candidates.size() - 1);
        return vote(PLAIN.get(main), has.size() > 1 ? weight * 0.8 : weight);
    }

    private static boolean any(Set<HeaderConcept> has, HeaderConcept... concepts) {
        return Arrays.stream(concepts).anyMatch(has::contains);
    }

    private static Set<HeaderConcept> others(Set<HeaderConcept> has, HeaderConcept... than) {
        Set<HeaderConcept> others = EnumSet.copyOf(has);
        others.removeAll(Arrays.asList(than));
        return others;
    }
}
