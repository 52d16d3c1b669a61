package org.lurewatch.detection.text;

import java.util.List;

/**
 * Cuts runs of Latin text into words by the word boundaries of UAX 29, as Lucene's tokenizer does, but without its
 * automaton: most of what is read is Latin. Whatever it does not know for sure is left to Lucene.
 * See RATIONALE.md, "Latin words are cut by our own table".
 */
final class WordCutter {
    /** Lucene cuts longer words; they are left to it. */
    private static final int LONGEST_WORD = 255;

    private static final int KNOWN_UNITS = 0x2040;
    private static final byte UNKNOWN = 0;
    private static final byte BREAK = 1;
    private static final byte LETTER = 2;
    private static final byte DIGIT = 3;
    private static final byte JOINER = 4;
    /** Joins two letters. */
    private static final byte MID_LETTER = 5;
    /** Joins two figures. */
    private static final byte MID_NUMBER = 6;
    /** Joins two letters or two figures. */
    private static final byte MID_BOTH = 7;

    private static final byte[] CLASSES = classes();

    private WordCutter() {}

    /** Whether this cutter knows what a unit does to a word. */
    static boolean knows(char c) {
        return c < KNOWN_UNITS && CLASSES[c] != UNKNOWN;
    }

    /**
     * Adds the words of a run of known units that is bounded by white space or the ends of the text; answers false, and
     * adds none, where a word is too long.
     */
    static boolean cut(char[] text, int from, int to, KnownWords words, Sentences sentences, List<Token> tokens) {
        int before = tokens.size();
        int i = from;
        while (i < to) {
            byte kind = CLASSES[text[i]];
            if (kind != LETTER && kind != DIGIT && kind != JOINER) {
                i++;
                continue;
            }
            int end = wordEnd(text, i, to);
            if (end - i > LONGEST_WORD) {
                tokens.subList(before, tokens.size()).clear();
                return false;
            }
            if (kind != JOINER || hasLetterOrDigit(text, i, end)) {
                tokens.add(new Token(words.term(text, i, end), i, end, sentences.of(i, end), false));
            }
            i = end;
        }
        return true;
    }

    private static int wordEnd(char[] text, int from, int to) {
        int i = from + 1;
        byte last = CLASSES[text[from]];
        while (i < to) {
            byte kind = CLASSES[text[i]];
            if (kind >= LETTER && kind <= JOINER) {
                last = kind;
                i++;
                continue;
            }
            boolean joins = i + 1 < to
                    && CLASSES[text[i + 1]] == last
                    && (kind == MID_BOTH && last != JOINER
                            || kind == MID_LETTER && last == LETTER
                            || kind == MID_NUMBER && last == DIGIT);
            if (!joins) {
                return i;
            }
            i += 2;
        }
        return i;
    }

    private static boolean hasLetterOrDigit(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (CLASSES[text[i]] != JOINER) {
                return true;
            }
        }
        return false;
    }

    private static byte[] classes() {
        byte[] classes = new byte[KNOWN_UNITS];
        for (char c = 0; c < KNOWN_UNITS; c++) {
            classes[c] = classOf(c);
        }
        return classes;
    }

    private static byte classOf(char c) {
        if (c < 0x80) {
            return asciiClass(c);
        }
        boolean latin = (c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00);
        if (latin) {
            return Character.isLetter(c) ? LETTER : BREAK;
        }
        return switch (c) {
            case '\u2019' -> MID_BOTH;
            case '\u2013', '\u2014', '\u201c', '\u201d', '\u2022', '\u00a3', '\u00a7', '\u00b1' -> BREAK;
            default -> UNKNOWN;
        };
    }

    private static byte asciiClass(char c) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            return LETTER;
        }
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        return switch (c) {
            case '_' -> JOINER;
            case ':' -> MID_LETTER;
            case ',', ';' -> MID_NUMBER;
            case '.', '\'' -> MID_BOTH;
            default -> BREAK;
        };
    }
}
