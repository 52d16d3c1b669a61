package org.lurewatch.detection.text;

import java.nio.charset.Charset;

/**
 * Text in one byte a letter that was taken for Western: words of accented Latin letters alone, of which no language is made.
 * Russian and its neighbours are read again; of other alphabets the words are lost.
 */
final class WrongAlphabet {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    private static final int SHORTEST_WORD = 3;
    private static final int FEWEST_WORDS = 2;
    private static final double SMALLEST_SHARE = 0.6;

    private static final String VOWELS = "аеиоуыэюяіїё";
    private static final double FEWEST_VOWELS = 0.25;
    private static final double MOST_VOWELS = 0.65;

    private WrongAlphabet() {}

    /** The text as it was meant, or null where it is not of this kind. */
    static Mended mend(String raw) {
        if (!isWrong(raw)) {
            return null;
        }
        boolean cyrillic = readsAsCyrillic(raw);
        MappedText text = new MappedText(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            text.append(!isLetter(c) ? c : cyrillic ? cyrillic(c) : ' ', i, i + 1);
        }
        return new Mended(text, !cyrillic);
    }

    private static boolean isWrong(String raw) {
        int high = 0;
        int inWords = 0;
        int words = 0;
        int i = 0;
        while (i < raw.length()) {
            int end = i;
            while (end < raw.length() && isLetter(raw.charAt(end))) {
                end++;
            }
            if (end - i >= SHORTEST_WORD && !isAsciiLetter(raw, i - 1) && !isAsciiLetter(raw, end)) {
                words++;
                inWords += end - i;
            }
            high += end - i;
            if (end == i) {
                high += raw.charAt(i) >= 0x80 ? 1 : 0;
                end++;
            }
            i = end;
        }
        return words >= FEWEST_WORDS && inWords >= SMALLEST_SHARE * high;
    }

    private static boolean readsAsCyrillic(String raw) {
        int letters = 0;
        int vowels = 0;
        int strayCapitals = 0;
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char c = isLetter(raw.charAt(i)) ? cyrillic(raw.charAt(i)) : ' ';
            if (c != ' ') {
                letters++;
                vowels += VOWELS.indexOf(Character.toLowerCase(c)) >= 0 ? 1 : 0;
                strayCapitals += Character.isUpperCase(c) && Character.isLowerCase(before) ? 1 : 0;
            }
            before = c;
        }
        return vowels >= FEWEST_VOWELS * letters && vowels <= MOST_VOWELS * letters && strayCapitals * 20 <= letters;
    }

    private static char cyrillic(char c) {
        return new String(new byte[] {(byte) c}, CYRILLIC).charAt(0);
    }

    /** Accented letters of ISO 8859-1, and the two signs that are "ё" and its capital in Cyrillic. */
    private static boolean isLetter(char c) {
        return (c >= 0xC0 && c <= 0xFF) || c == 0xB8 || c == 0xA8;
    }

    private static boolean isAsciiLetter(String raw, int at) {
        return at >= 0 && at < raw.length() && raw.charAt(at) < 0x80 && Character.isLetter(raw.charAt(at));
    }
}
