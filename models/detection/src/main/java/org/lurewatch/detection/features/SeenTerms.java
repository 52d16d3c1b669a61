package org.lurewatch.detection.features;

import java.util.Arrays;

/**
 * Terms of a posting that were there before. It may forget one that another took the place of, and never knows one that
 * was not there.
 */
final class SeenTerms {
    private static final int SLOTS = 1 << 10;

    private final String[] terms = new String[SLOTS];

    /**
     * Adds a term; false where it is known.
     *
     * @param hash any hash of the term
     */
    boolean add(String term, int hash) {
        int slot = hash * 0x9E3779B1 >>> Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS);
        if (term.equals(terms[slot])) {
            return false;
        }
        terms[slot] = term;
        return true;
    }

    /** Forgets all. */
    void clear() {
        Arrays.fill(terms, null);
    }
}
