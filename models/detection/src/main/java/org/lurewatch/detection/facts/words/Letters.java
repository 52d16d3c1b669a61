package org.lurewatch.detection.facts.words;

/** Classes of UTF-16 units, in one table, for the scan. */
public final class Letters {
    public static final byte OTHER = 0;
    public static final byte SPACE = 1;
    public static final byte DIGIT = 2;
    /** Of a script that puts spaces between its words. */
    public static final byte SPACED = 3;
    /** Of a script that does not. */
    public static final byte UNSPACED = 4;
    /** Spaced, but particles stick to the word. */
    public static final byte HANGUL = 5;

    private static final byte[] CLASSES = classes();

    private Letters() {}

    /** The class of a unit. */
    public static byte of(char c) {
        return CLASSES[c];
    }

    private static byte[] classes() {
        byte[] classes = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < classes.length; c++) {
            classes[c] = classify((char) c);
        }
        return classes;
    }

    private static byte classify(char c) {
        if (Character.isWhitespace(c) || c == '\u00a0') {
            return SPACE;
        }
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        int type = Character.getType(c);
        boolean letter =
                Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        if (!letter || (c >= '\ufe00' && c <= '\ufe0f')) {
            return OTHER;
        }
        boolean southEastAsian = (c >= '\u0e00' && c <= '\u0eff') // Thai, Lao
                || (c >= '\u1000' && c <= '\u109f') // Burmese
                || (c >= '\u1780' && c <= '\u17ff'); // Khmer
        if (southEastAsian || (c >= '\u2e80' && c <= '\u312f') || (c >= '\u31a0' && c <= '\ua4cf')) {
            return UNSPACED;
        }
        boolean hangul = (c >= '\uac00' && c <= '\ud7ff')
                || (c >= '\u1100' && c <= '\u11ff')
                || (c >= '\u3130' && c <= '\u318f');
        return hangul ? HANGUL : SPACED;
    }

    /** The value of a decimal digit of any script, or -1. */
    public static int digit(char c) {
        return c < 0x80 ? (c >= '0' && c <= '9' ? c - '0' : -1) : Character.digit(c, 10);
    }
}
