package org.lurewatch.detection.text;

/** How the letters of a script join, as far as gaps between them matter. */
enum LetterKind {
    NONE,
    /** Its words have spaces between them. */
    SPACED,
    /** Han and Kana: no spaces, and one character is much of a word. */
    HAN,
    /** Thai, Lao, Khmer and Burmese: no spaces, and characters stack into clusters. */
    CLUSTERED;

    static LetterKind of(char c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' ? SPACED : NONE;
        }
        if (!Character.isLetter(c)) {
            return NONE;
        }
        if ((c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF)) {
            return CLUSTERED;
        }
        return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ? HAN : SPACED;
    }

    /** More marks and stacked letters than any word has: a longer pile is cut, so that none is read over and over. */
    static final int LONGEST_CLUSTER = 32;

    /** Whether this unit is a mark on the letter before it, or stacked under it. */
    static boolean continuesCluster(char before, char c) {
        if (c < 0x300) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || stacks(before);
    }

    /** Khmer coeng and Burmese virama put the next consonant under the last one. */
    private static boolean stacks(char c) {
        return c == '\u17d2' || c == '\u1039';
    }
}
