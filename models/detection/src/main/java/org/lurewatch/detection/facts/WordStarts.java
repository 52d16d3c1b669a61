package org.lurewatch.detection.facts;

/**
 * Tells at one look that no word of the table can begin with a run of letters: by the first four letters, hashed to a
 * bit. Most words of a text are told off here, before the trie is walked.
 */
final class WordStarts {
    private static final int LETTERS = 4;
    private static final int BITS = 1 << 16;

    private final long[] bits = new long[BITS / Long.SIZE];

    void add(String word) {
        int end = 0;
        while (end < word.length() && Letters.of(word.charAt(end)) == Letters.SPACED) {
            end++;
        }
        int bit = bit(word.toCharArray(), 0, end);
        bits[bit >> 6] |= 1L << bit;
    }

    /** Whether a word may begin with this whole run of letters. */
    boolean mayBegin(char[] text, int start, int end) {
        int bit = bit(text, start, end);
        return (bits[bit >> 6] & (1L << bit)) != 0;
    }

    private static int bit(char[] text, int start, int end) {
        long key = 0;
        int last = Math.min(end, start + LETTERS);
        for (int i = start; i < last; i++) {
            key = key << 16 | text[i];
        }
        return (int) (key * 0x9E3779B97F4A7C15L >>> 48);
    }
}
