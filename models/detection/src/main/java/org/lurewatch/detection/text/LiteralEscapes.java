package org.lurewatch.detection.text;

/**
 * Text in which the escapes of JSON or Python stand as they are written, because it was written twice and read once: the
 * backslash, {@code u} and four hexadecimal digits for a letter, {@code \x} and two for a byte, {@code \n} for a line break.
 */
final class LiteralEscapes {
    private static final char BACKSLASH = '\\';

    /** A single one may be meant: a name of a path, or an example in an advert for a programmer. */
    private static final int FEWEST = 2;

    private static final int HEXADECIMAL = 16;

    private LiteralEscapes() {}

    /** The text without them, or null where it has none. */
    static Mended mend(String raw) {
        int first = raw.indexOf(BACKSLASH);
        if (first < 0 || !isEscaped(raw, first)) {
            return null;
        }
        MappedText text = new MappedText(raw.length());
        int i = 0;
        while (i < raw.length()) {
            int size = size(raw, i);
            if (size == 0) {
                text.append(raw.charAt(i), i, i + 1);
                i++;
            } else {
                text.append(meant(raw, i, size), i, i + size);
                i += size;
            }
        }
        return new Mended(text, false);
    }

    private static boolean isEscaped(String raw, int first) {
        int letters = 0;
        int breaks = 0;
        for (int i = first; i >= 0; i = raw.indexOf(BACKSLASH, i + 1)) {
            int size = size(raw, i);
            letters += size > 2 ? 1 : 0;
            breaks += size == 2 && raw.charAt(i + 1) == 'n' ? 1 : 0;
            i += Math.max(0, size - 1);
        }
        return letters >= FEWEST || (breaks >= FEWEST && raw.indexOf('\n') < 0);
    }

    /** How many units the escape that begins here has; 0 where none does. */
    private static int size(String raw, int at) {
        if (raw.charAt(at) != BACKSLASH || at + 1 == raw.length()) {
            return 0;
        }
        return switch (raw.charAt(at + 1)) {
            case 'n', 'r', 't', '"', '/' -> 2;
            case 'x' -> hexadecimal(raw, at + 2, 2) >= 0x80 ? 4 : 0;
            case 'u' -> hexadecimal(raw, at + 2, 4) >= 0 ? 6 : 0;
            default -> 0;
        };
    }

    private static char meant(String raw, int at, int size) {
        return switch (raw.charAt(at + 1)) {
            case 'n', 'r' -> '\n';
            case 't' -> '\t';
            case 'x', 'u' -> (char) hexadecimal(raw, at + 2, size - 2);
            default -> raw.charAt(at + 1);
        };
    }

    /** The number that so many digits from here on are, or -1. */
    private static int hexadecimal(String raw, int from, int digits) {
        if (from + digits > raw.length()) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = raw.charAt(i) < 0x80 ? Character.digit(raw.charAt(i), HEXADECIMAL) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * HEXADECIMAL + digit;
        }
        return number;
    }
}
