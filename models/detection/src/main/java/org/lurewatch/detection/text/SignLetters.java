package org.lurewatch.detection.text;

import java.util.Set;

/**
 * Replaces signs by the letters they resemble, "s@lary" and "$alary", and letters by the digits they resemble, "1O萬".
 * Mailboxes, handles and sums of money keep their signs.
 */
final class SignLetters {
    private static final int FEWEST_LETTERS = 4;
    private static final Set<String> UNITS = Set.of("k", "w", "jt", "rb", "tr");

    private final MappedText text;
    private final TrickCounts counts;

    private SignLetters(MappedText text, TrickCounts counts) {
        this.text = text;
        this.counts = counts;
    }

    /** Works in place: each sign is replaced by one letter or figure. */
    static void mend(MappedText text, TrickCounts counts) {
        SignLetters signs = new SignLetters(text, counts);
        char[] units = text.units();
        int length = text.length();
        int i = 0;
        while (i < length) {
            char c = units[i];
            if (isDigit(c)) {
                i = signs.mendFigure(i);
            } else if (counts.signs && isWordUnit(c)) {
                i = signs.mendWord(i);
            } else {
                i++;
            }
        }
    }

    /** Reads a run of letters and signs; answers its end. */
    private int mendWord(int from) {
        int end = from;
        int signs = 0;
        int letters = 0;
        int at = -1;
        boolean plain = true;
        while (end < text.length() && isWordUnit(text.charAt(end))) {
            char c = text.charAt(end);
            signs += letterFor(c) == 0 ? 0 : 1;
            letters += isLetter(c) ? 1 : 0;
            plain &= c != '@' || at < 0;
            at = c == '@' ? end : at;
            end++;
        }
        boolean address = end + 1 < text.length() && isAddressSign(text.charAt(end)) && !isGapBehind(end);
        boolean joined = from > 0 && (isDigit(text.charAt(from - 1)) || isAddressSign(text.charAt(from - 1)));
        boolean joinedBehind = end < text.length() && isDigit(text.charAt(end));
        if (signs == 0 || letters < FEWEST_LETTERS - 1 || letters <= signs || address || joined || joinedBehind) {
            return end;
        }
        boolean readable = plain
                && letterFor(text.charAt(end - 1)) == 0
                && (at < 0 || isInsideWord(from, at, end))
                && !startsWithSum(from, end);
        for (int i = from; readable && i < end; i++) {
            char letter = letterFor(text.charAt(i));
            if (letter != 0) {
                text.replace(i, letter);
            }
        }
        counts.swapped += readable ? 1 : 0;
        return end;
    }

    /**
     * Whether an at sign stands for an a: what is left or right of it is too short for a name, and what is left can be
     * the beginning of a word, where "tg" and "hr" cannot.
     */
    private boolean isInsideWord(int from, int at, int end) {
        int before = at - from;
        int behind = end - at - 1;
        boolean vowel = false;
        for (int i = from; i < at; i++) {
            vowel |= "aeiouy".indexOf(text.charAt(i)) >= 0;
        }
        if (before == 0 || (before + behind < FEWEST_LETTERS - 1)) {
            return false;
        }
        return before == 1 || (behind <= 2 && before > 2) || (before <= 3 && vowel && behind <= FEWEST_LETTERS + 1);
    }

    /** "$million" is a sum, "$alary" is a word. */
    private boolean startsWithSum(int from, int end) {
        if (text.charAt(from) != '$' && text.charAt(from) != '\u20ac') {
            return false;
        }
        String rest = text.slice(from + 1, end);
        return end - from <= FEWEST_LETTERS
                || rest.startsWith("mil")
                || rest.startsWith("bil")
                || rest.startsWith("tho")
                || rest.startsWith("hun");
    }

    private boolean isGapBehind(int sign) {
        return sign + 1 >= text.length() || !isLetter(text.charAt(sign + 1));
    }

    /** An o or l among figures, or between a figure and a unit that only follows figures; answers the figure's end. */
    private int mendFigure(int from) {
        int start = from;
        while (start > 0 && start > from - 1 && isFigureLetter(text.charAt(start - 1))) {
            start--;
        }
        boolean begins = start == 0 || !isNameUnit(text.charAt(start - 1));
        int end = from;
        int digits = 0;
        while (end < text.length()
                && (isDigit(text.charAt(end)) || isFigureLetter(text.charAt(end)) || isGrouping(end))) {
            digits += isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        if (!begins || digits == end - start) {
            return end;
        }
        boolean unit = end < text.length() && isUnit(end);
        boolean closed = unit || end == text.length() || !isNameUnit(text.charAt(end));
        for (int i = start; closed && i < end; i++) {
            char c = text.charAt(i);
            boolean between = i > start && i + 1 < end && (isDigit(text.charAt(i - 1)) || text.charAt(i - 1) == ',');
            boolean lastOfMany = c == 'o' && i + 1 == end && i > start + 1 && text.charAt(i - 1) == '0';
            boolean beforeUnit = i + 1 == end && i > start && unit;
            boolean first = i == start && unit && end - start > 1 && c != 'o';
            if (isFigureLetter(c) && (between || lastOfMany || beforeUnit || first)) {
                text.replace(i, c == 'o' || c == '\u3007' ? '0' : '1');
                counts.swapped++;
            }
        }
        return end;
    }

    /** Ten thousands and the like, written directly behind a figure. */
    private boolean isUnit(int at) {
        if ("万千百亿元块".indexOf(text.charAt(at)) >= 0) {
            return true;
        }
        int end = at;
        while (end < text.length() && end - at < 3 && isNameUnit(text.charAt(end))) {
            end++;
        }
        return UNITS.contains(text.slice(at, end));
    }

    private boolean isGrouping(int at) {
        char c = text.charAt(at);
        return (c == ',' || c == '.')
                && at + 1 < text.length()
                && (isDigit(text.charAt(at - 1)) || text.charAt(at - 1) == 'o')
                && (isDigit(text.charAt(at + 1)) || (c == ',' && text.charAt(at + 1) == 'o'));
    }

    private static char letterFor(char c) {
        return switch (c) {
            case '@' -> 'a';
            case '$' -> 's';
            case '\u20ac' -> 'e';
            default -> 0;
        };
    }

    private static boolean isWordUnit(char c) {
        return isLetter(c) || letterFor(c) != 0;
    }

    private static boolean isNameUnit(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }

    private static boolean isAddressSign(char c) {
        return c == '.' || c == '_' || c == '-' || c == '/' || c == ':';
    }

    private static boolean isFigureLetter(char c) {
        return c == 'o' || c == 'l' || c == 'i' || c == '\u3007';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
