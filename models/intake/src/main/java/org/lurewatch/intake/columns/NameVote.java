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
record NameVote(Optional<Role> role, double weight, boolean known) {
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

    private static final Map<HeaderConcept, Role> PLAIN = new EnumMap<>(Map.ofEntries(
            Map.entry(TITLE, Role.TITLE),
            Map.entry(TEXT, Role.TEXT),
            Map.entry(SUMMARY, Role.SUMMARY),
            Map.entry(DUTIES, Role.DUTIES),
            Map.entry(REQUIREMENTS, Role.REQUIREMENTS),
            Map.entry(SKILLS, Role.SKILLS),
            Map.entry(EXPERIENCE, Role.EXPERIENCE),
            Map.entry(EDUCATION, Role.EDUCATION),
            Map.entry(BENEFITS, Role.BENEFITS),
            Map.entry(CONDITIONS, Role.CONDITIONS),
            Map.entry(ABOUT, Role.ABOUT),
            Map.entry(EMPLOYER, Role.EMPLOYER),
            Map.entry(DEPARTMENT, Role.DEPARTMENT),
            Map.entry(AUTHOR, Role.AUTHOR),
            Map.entry(PLACE, Role.PLACE),
            Map.entry(ADDRESS, Role.PLACE),
            Map.entry(COUNTRY, Role.COUNTRY),
            Map.entry(REGION, Role.REGION),
            Map.entry(CITY, Role.CITY),
            Map.entry(REMOTE, Role.REMOTE),
            Map.entry(PAY, Role.PAY),
            Map.entry(CURRENCY, Role.CURRENCY),
            Map.entry(LANGUAGE, Role.LANGUAGE),
            Map.entry(PHONE, Role.PHONE),
            Map.entry(MAIL, Role.MAIL),
            Map.entry(CONTACT, Role.CONTACT),
            Map.entry(EMPLOYMENT, Role.EMPLOYMENT),
            Map.entry(INDUSTRY, Role.INDUSTRY),
            Map.entry(CATEGORY, Role.CATEGORY),
            Map.entry(SOURCE, Role.SOURCE),
            Map.entry(LABEL, Role.LABEL),
            Map.entry(SCAMTYPE, Role.SCAM_TYPE)));

    /** @param name the name of a column, or the path of a nested value, such as {@code locations[].city} */
    static NameVote of(String name) {
        HeaderWords.Reading reading = HeaderWords.BUILT_IN.read(unwrapped(name));
        List<Word> words = reading.words().stream()
                .filter(word -> word.concept() != JOB && word.concept() != NOISE)
                .toList();
        boolean ofJob = reading.words().stream().anyMatch(word -> word.concept() == JOB);
        if (words.isEmpty()) {
            return ofJob ? vote(Role.TITLE, 0.45) : UNKNOWN;
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

    private static NameVote vote(Role role, double weight) {
        return new NameVote(Optional.of(role), weight, true);
    }

    private static Optional<NameVote> some(Role role, double weight) {
        return Optional.of(vote(role, weight));
    }

    private static Optional<NameVote> technical(Set<HeaderConcept> has, double weight) {
        if (has.contains(LOGO)) {
            return some(Role.EMPLOYER_LOGO, weight);
        }
        if (has.contains(MEASURE) && (has.contains(EXPERIENCE) || has.contains(PAY))) {
            return some(has.contains(PAY) ? Role.PAY : Role.EXPERIENCE, weight * 0.8);
        }
        if (any(has, MEASURE, IMAGE, PERSON, OTHER, ROW)) {
            return Optional.of(NOTHING);
        }
        if (has.contains(SCAMTYPE) || has.equals(Set.of(LABEL, TYPE))) {
            return some(Role.SCAM_TYPE, weight);
        }
        if (has.contains(LINK)) {
            return link(has, weight);
        }
        if (has.contains(SCRAPED)) {
            return some(Role.SCRAPED, weight);
        }
        if (has.contains(DEADLINE)) {
            return some(Role.DEADLINE, weight);
        }
        if (has.contains(DATE)) {
            return some(Role.DATE, weight);
        }
        if (has.contains(IDENTIFIER)) {
            boolean ofAdvert =
                    others(has, IDENTIFIER, NAME, TEXT, TITLE, SOURCE).isEmpty();
            return ofAdvert ? some(Role.IDENTIFIER, weight) : Optional.of(NOTHING);
        }
        if (any(has, MAIL, PHONE) && !any(has, TEXT, TITLE, LABEL)) {
            return some(has.contains(MAIL) ? Role.MAIL : Role.PHONE, weight);
        }
        return Optional.empty();
    }

    private static Optional<NameVote> link(Set<HeaderConcept> has, double weight) {
        if (has.contains(EMPLOYER)) {
            return some(Role.EMPLOYER_LINK, weight);
        }
        if (has.contains(APPLY)) {
            return some(Role.APPLY, weight);
        }
        return some(Role.LINK, others(has, LINK, TITLE, NAME, SOURCE).isEmpty() ? weight : weight * 0.6);
    }

    private static Optional<NameVote> pay(Set<HeaderConcept> has, double weight) {
        if (!any(has, PAY, AMOUNT)) {
            return others(has, MINIMUM, MAXIMUM).isEmpty() ? Optional.of(NOTHING) : Optional.empty();
        }
        if (any(has, SOURCE, LABEL)) {
            return Optional.of(NOTHING);
        }
        if (has.contains(MINIMUM) != has.contains(MAXIMUM)) {
            return some(has.contains(MINIMUM) ? Role.PAY_FROM : Role.PAY_TO, weight);
        }
        if (has.contains(CURRENCY)) {
            return some(Role.CURRENCY, weight);
        }
        if (any(has, PERIOD, TYPE)) {
            return some(Role.PAY_PERIOD, weight);
        }
        return some(Role.PAY, weight);
    }

    private static Optional<NameVote> employer(Set<HeaderConcept> has, boolean ofJob, double weight) {
        if (!has.contains(EMPLOYER)) {
            return Optional.empty();
        }
        if (any(has, TEXT, SUMMARY, ABOUT)) {
            return has.contains(TITLE) ? Optional.of(NOTHING) : some(Role.ABOUT, weight);
        }
        if (has.contains(SOURCE)) {
            return some(Role.EMPLOYER_LINK, weight);
        }
        if (has.contains(TYPE)) {
            return Optional.of(NOTHING);
        }
        if (has.contains(TITLE)) {
            return ofJob ? some(Role.TITLE, weight * 0.8) : some(Role.EMPLOYER, weight * 0.8);
        }
        Set<HeaderConcept> others = others(has, EMPLOYER, NAME);
        if (others.isEmpty()) {
            return some(Role.EMPLOYER, weight);
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
                return heading ? Optional.of(NOTHING) : some(first ? Role.TEXT : PLAIN.get(concept), weight);
            }
        }
        if (has.contains(SUMMARY)) {
            return some(Role.SUMMARY, weight);
        }
        if (has.contains(ABOUT) && (ofJob || any(has, TITLE, TEXT))) {
            return some(Role.TEXT, weight * 0.9);
        }
        if (has.contains(TEXT) && others(has, TEXT, MAIL, PHONE, NAME, TITLE).isEmpty()) {
            return some(heading ? Role.TITLE : Role.TEXT, heading ? weight * 0.5 : weight);
        }
        if (has.contains(TITLE) && others(has, TITLE, MAIL, NAME).isEmpty()) {
            return some(Role.TITLE, weight);
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
            return vote(Role.TITLE, ofJob ? weight : weight * 0.5);
        }
        if (has.equals(Set.of(TYPE)) || has.equals(Set.of(TYPE, TITLE)) || has.equals(Set.of(TYPE, EMPLOYMENT))) {
            return vote(Role.EMPLOYMENT, ofJob || has.size() > 1 ? weight : weight * 0.5);
        }
        if (has.equals(Set.of(APPLY))) {
            return vote(Role.APPLY, weight * 0.5);
        }
        if (has.equals(Set.of(PERIOD))) {
            return vote(Role.PAY_PERIOD, weight * 0.5);
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
