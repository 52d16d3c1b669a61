package org.lurewatch.detection.text;

/** Digits in place of the letters they resemble: "s4l4ry". */
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
            } else if (letterFor(c) != 0 && !isNumber(word, i)) {
                digits++;
            } else {
                return word;
            }
        }
        boolean lastIsO = digits == 1 && latin >= SHORTEST_WORD - 1 && word.charAt(length - 1) == '0';
        boolean startsWithNumber = isDigit(word.charAt(0)) && (isDigit(word.charAt(1)) || digits == 1);
        if (!(inside || lastIsO) || startsWithNumber || latin <= digits) {
            return word;
        }
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char letter = letterFor(word.charAt(i));
            letters.append(letter == 0 ? word.charAt(i) : letter);
        }
        return letters.toString();
    }

    /** Adjacent digits are a number, except for two zeros: "g00d". */
    private static boolean isNumber(String word, int at) {
        boolean last = at + 1 == word.length() || !isDigit(word.charAt(at + 1));
        boolean noughts = word.charAt(at) == '0'
                && !last
                && word.charAt(at + 1) == '0'
                && (at + 2 < word.length() && !isDigit(word.charAt(at + 2)));
        boolean behindNought = at > 0 && word.charAt(at - 1) == '0' && word.charAt(at) == '0' && last;
        boolean behindDigit = at > 0 && isDigit(word.charAt(at - 1)) && !behindNought;
        return behindDigit || (!last && !noughts);
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
            case '8' -> 'b';
            case '6', '9' -> 'g';
            default -> 0;
        };
    }
}
