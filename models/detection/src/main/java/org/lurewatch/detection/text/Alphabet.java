package org.lurewatch.detection.text;

import com.ibm.icu.lang.UScript;

/** The alphabets whose letters are taken for each other's. */
enum Alphabet {
    /** No letter that is taken for another one. */
    NONE,
    /** The plain letters from a to z. */
    LATIN,
    CYRILLIC,
    GREEK,
    /** Armenian, Cherokee, Lisu and Coptic. */
    OTHER,
    /** Accented Latin letters, phonetic ones and two Thai ones, which may stand in a Cyrillic word. */
    STRAY;

    private static final int KNOWN = 0x600;
    private static final Alphabet[] ALPHABETS = known();

    private static Alphabet[] known() {
        Alphabet[] alphabets = new Alphabet[KNOWN];
        for (char c = 0; c < KNOWN; c++) {
            alphabets[c] = find(c);
        }
        return alphabets;
    }

    /** The alphabet of a folded letter; {@link #NONE} for anything else. */
    static Alphabet of(char c) {
        return c < KNOWN ? ALPHABETS[c] : find(c);
    }

    /** Whether this is an alphabet other than Latin that has Latin look-alikes. */
    boolean isForeign() {
        return this == CYRILLIC || this == GREEK || this == OTHER;
    }

    private static Alphabet find(char c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' ? LATIN : NONE;
        }
        if (LookAlikes.isStray(c)) {
            return STRAY;
        }
        if (c < 0x370 || (c > 0x58F && c < 0x1000) || (c >= 0x2E00 && c < 0xA000)) {
            return NONE;
        }
        return switch (UScript.getScript(c)) {
            case UScript.CYRILLIC -> CYRILLIC;
            case UScript.GREEK -> GREEK;
            case UScript.ARMENIAN, UScript.CHEROKEE, UScript.LISU, UScript.COPTIC -> OTHER;
            default -> NONE;
        };
    }
}
