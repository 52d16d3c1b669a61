package org.lurewatch.detection.deployment;

/**
 * How often a champion and its shadow warn of different postings.
 *
 * @param postings that both have scored
 * @param onlyChampion how many of them the champion alone warns of
 * @param onlyShadow how many of them the shadow alone warns of
 */
public record Comparison(long postings, long onlyChampion, long onlyShadow) {
    /** One posting. */
    public static Comparison of(boolean championWarns, boolean shadowWarns) {
        return new Comparison(1, championWarns && !shadowWarns ? 1 : 0, shadowWarns && !championWarns ? 1 : 0);
    }

    /** Both together. */
    public Comparison plus(Comparison other) {
        return new Comparison(
                postings + other.postings, onlyChampion + other.onlyChampion, onlyShadow + other.onlyShadow);
    }

    /** How often they disagree. */
    public long disagreements() {
        return onlyChampion + onlyShadow;
    }
}
