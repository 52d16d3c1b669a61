package org.lurewatch.detection.concepts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lurewatch.detection.text.Token;

/** The concepts that this program knows, and how they are found. */
public final class Concepts {
    private static final ConceptTable TABLE = ConceptTable.bundled();
    private static final ConceptMatcher MATCHER = new ConceptMatcher(new FormAutomaton(TABLE));
    private static final long ENGLISH = 1L << TABLE.languages().indexOf("en");
    private static final long EVERY = (1L << TABLE.languages().size()) - 1;

    /** A language that comes this near to the likeliest one counts as well. */
    private static final double NEARLY_AS_LIKELY = 0.85;

    /** What the language that a posting states counts beside what is found. */
    private static final double STATED = 1.25;

    private Concepts() {}

    /** Every concept, in a fixed order. */
    public static List<Concept> all() {
        return TABLE.concepts();
    }

    /** The codes of the languages that adverts are recognised in, in alphabetical order. */
    public static List<String> languageCodes() {
        return TABLE.languages();
    }

    /** The place of the concept with this code in {@link #all}. */
    public static int indexOf(String code) {
        for (int i = 0; i < TABLE.concepts().size(); i++) {
            if (TABLE.concepts().get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no concept " + code);
    }

    /** The forms of any language among the tokens of a comparable text. */
    public static List<ConceptMatch> in(List<Token> tokens, String text) {
        return MATCHER.match(tokens, text);
    }

    /**
     * The languages of a posting by the words found in it: the likeliest one, those that are nearly as likely, and
     * English, which adverts mix into all others.
     *
     * @param found the matches of each of its fields
     * @param stated the language that the posting states, or the empty string; it only tips the scales
     * @return a bit for each language; all bits where no word tells
     */
    public static long languages(List<List<ConceptMatch>> found, String stated) {
        double[] votes = votes(found, stated);
        double most = Arrays.stream(votes).max().orElse(0);
        if (most == 0) {
            return EVERY;
        }
        long languages = ENGLISH;
        for (int i = 0; i < votes.length; i++) {
            languages |= votes[i] >= most * NEARLY_AS_LIKELY ? 1L << i : 0;
        }
        return languages;
    }

    /**
     * Code of the likeliest language by the words found; nothing where no word tells. It is English where no other is
     * likelier, for all languages borrow from it.
     */
    public static Optional<String> likeliest(List<List<ConceptMatch>> found, String stated) {
        double[] votes = votes(found, stated);
        int best = Long.numberOfTrailingZeros(ENGLISH);
        for (int i = 0; i < votes.length; i++) {
            best = votes[i] > votes[best] ? i : best;
        }
        return votes[best] == 0
                ? Optional.empty()
                : Optional.of(TABLE.languages().get(best));
    }

    private static double[] votes(List<List<ConceptMatch>> found, String stated) {
        double[] votes = new double[TABLE.languages().size()];
        for (List<ConceptMatch> matches : found) {
            for (ConceptMatch match : matches) {
                double share = 1.0 / Long.bitCount(match.languages());
                for (long left = match.languages(); left != 0; left &= left - 1) {
                    votes[Long.numberOfTrailingZeros(left)] += share;
                }
            }
        }
        int named = TABLE.languages().indexOf(language(stated));
        if (named >= 0) {
            votes[named] *= STATED;
        }
        return votes;
    }

    /** The code of the language in a tag: "en" of "en-US", "EN" and "en_GB". */
    private static String language(String tag) {
        String stripped = tag.strip();
        int end = 0;
        while (end < stripped.length() && Character.isLetter(stripped.charAt(end))) {
            end++;
        }
        return stripped.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** The codes of these languages. */
    public static Set<String> codes(long languages) {
        Set<String> codes = new HashSet<>();
        for (long left = languages; left != 0; left &= left - 1) {
            codes.add(TABLE.languages().get(Long.numberOfTrailingZeros(left)));
        }
        return codes;
    }

    /** Those of the matches that mean a concept in one of these languages. */
    public static List<ConceptMatch> spoken(List<ConceptMatch> matches, long languages) {
        List<ConceptMatch> spoken = new ArrayList<>(matches.size());
        for (ConceptMatch match : matches) {
            if (match.concept() != ConceptTable.COMMON_WORD && (match.languages() & languages) != 0) {
                spoken.add(match);
            }
        }
        return spoken;
    }
}
