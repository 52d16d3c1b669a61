package org.lurewatch.detection.text;

/**
 * A cache of words that were cut recently, with their terms: most words of a text repeat, and then the existing string
 * is used again. A word may displace another one. For one thread.
 */
final class KnownWords {
    private static final int SLOT_BITS = 10;

    /** Longer ones are seldom words and seldom repeat. */
    private static final int LONGEST = 24;

    /** Each word with its term behind it, so that both are found in one place of the memory. */
    private final String[] words = new String[2 << SLOT_BITS];

    /** The term of the word that stands here. */
    String term(char[] text, int from, int to) {
        if (to - from > LONGEST) {
            return Tokens.plain(new String(text, from, to - from));
        }
        int slot = slot(text, from, to);
        if (!stands(words[slot], text, from, to)) {
            words[slot] = new String(text, from, to - from);
            words[slot + 1] = Tokens.plain(words[slot]);
        }
        return words[slot + 1];
    }

    /** By a few units only: two words for which it is the same do no more than push each other out. */
    private static int slot(char[] text, int from, int to) {
        int length = to - from;
        int hash = text[from];
        hash = hash * 31 + text[from + (length >> 2)];
        hash = hash * 31 + text[from + (length >> 1)];
        hash = hash * 31 + text[to - 1];
        hash = hash * 31 + length;
        return (hash * 0x9E3779B1 >>> Integer.SIZE - SLOT_BITS) * 2;
    }

    private static boolean stands(String word, char[] text, int from, int to) {
        if (word == null || word.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (word.charAt(i - from) != text[i]) {
                return false;
            }
        }
        return true;
    }
}
