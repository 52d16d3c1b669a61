package org.lurewatch.detection.facts.words;

/**
 * A quick test that no word of the table begins with a run of letters. A word's first run must be the whole run, so
 * that one bit for its hash suffices. Most words of a text are ruled out here, before the trie is walked.
 */
final class WordStarts {
    private static final int BITS = 1 << 16;

    private final long[] bits = new long[BITS / Long.SIZE];

    void add(String word) {
        int hash = 0;
        for (int i = 0; i < word.length() && Letters.of(word.charAt(i)) == Letters.SPACED; i++) {
            hash = next(hash, word.charAt(i));
        }
        int bit = bit(hash);
        bits[bit >> 6] |= 1L << bit;
    }

    /** The hash of a run that is one letter longer. */
    static int next(int hash, char letter) {
        return hash * 31 + letter;
    }

    /** Whether a word may begin with the run of letters of this hash. */
    boolean mayBegin(int hash) {
        int bit = bit(hash);
        return (bits[bit >> 6] & (1L << bit)) != 0;
    }

    private static int bit(int hash) {
        return hash * 0x9E3779B1 >>> 16;
    }
}
