package org.lurewatch.detection.features;

import java.util.List;
import org.lurewatch.detection.facts.words.FactWord;
import org.lurewatch.detection.facts.words.FactWords;
import org.lurewatch.detection.facts.words.Letters;
import org.lurewatch.detection.facts.words.PayPeriod;
import org.lurewatch.detection.facts.words.Role;

/** "18+", which asks for full age in every language. */
final class FullAge {
    static final int LENGTH = "18+".length();

    /** "18+ years" may be an age; with these words it is a time. */
    private static final List<String> TIMES = FactWords.TABLE.words().stream()
            .filter(word -> word.is(Role.TIME) && word.period() != PayPeriod.YEAR)
            .map(FactWord::text)
            .toList();

    /** Between the parts of a number, of a telephone or of a date. */
    private static final String JOINS = ".,:/-+";

    private FullAge() {}

    /** Whether a full age ends with the plus sign here: a number of its own that counts no time. */
    static boolean endsAt(String text, int plus) {
        int start = plus + 1 - LENGTH;
        return start >= 0
                && text.startsWith("18", start)
                && !isDigit(text, start - 1)
                && !isDigit(text, plus + 1)
                && !(start > 1 && JOINS.indexOf(text.charAt(start - 1)) >= 0 && isDigit(text, start - 2))
                && !isTime(text, plus + 1);
    }

    private static boolean isTime(String text, int from) {
        int at = from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '-') ? from + 1 : from;
        return TIMES.stream().anyMatch(word -> text.startsWith(word, at) && endsWord(text, at + word.length()));
    }

    private static boolean endsWord(String text, int end) {
        return end >= text.length()
                || Letters.of(text.charAt(end)) != Letters.SPACED
                || Letters.of(text.charAt(end - 1)) != Letters.SPACED;
    }

    static boolean isDigit(String text, int index) {
        return index >= 0 && index < text.length() && Character.isDigit(text.charAt(index));
    }
}
