package org.lurewatch.detection.text;

/** Digits written in the place of the letters they resemble: "s4l4ry". */
final class LetterDigits {
    private static final int SHORTEST_WORD = 4;

    private LetterDigits() {}

    /** The word with its digits read as letters, or the same string where the digits are more likely a number. */
    static String mend(String word) {
        int length = word.length();
        if (length < SHORTEST_WORD) {
            return word;
        }
        int digits = 0;
        int latin = 0;
        boolean inside = false;
        for (int i = 0; i < length; i++) {
            char c = word.charAt(i);
            if (c >= 'a' && c <= 'z') {
                latin++;
                inside |= digits > 0;
            } else if (letterFor(c) != 0) {
                digits++;
            } else {
                return word;
            }
        }
        boolean startsWithNumber = isDigit(word.charAt(0)) && (isDigit(word.charAt(1)) || digits == 1);
        if (!inside || startsWithNumber || latin <= digits) {
            return word;
        }
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char letter = letterFor(word.charAt(i));
            letters.append(letter == 0 ? word.charAt(i) : letter);
        }
        return letters.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char letterFor(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1' -> 'i';
            case '3' -> 'e';
            case '4' -> 'a';
            case '5' -> 's';
            case '7' -> 't';
            default -> 0;
        };
    }
}
