package org.lurewatch.detection.features;

import java.util.Arrays;

/**
 * Terms that a posting has had before. It may forget a term that another has displaced, but never reports one that was
 * not added.
 */
final class SeenTerms {
    private static final int SLOTS = 1 << 10;

    private final String[] terms = new String[SLOTS];

    /**
     * Adds a term; false if it is known already.
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
